"""A real German-English package, built here: for tests of the mechanics, not of the meaning.

The weights are set by hand. The one cross-attention looks from each position of the target to the same
position of the source, and the output layer exchanges the pieces that are words or parts of words, always
alike. So "translations" are gibberish, but each tells its source: same number of pieces, same order, digits
and punctuation as they were. Everything else is what it is with a trained package: the file formats, the
tokenizer, beam search, scores.
"""

from __future__ import annotations

import io
import json
import random
import zipfile
from pathlib import Path

import numpy as np

EMBEDDING, POSITION = 128, 64
"""Sizes of the two halves of a hidden vector: which piece, and where."""
DEPTH = EMBEDDING + POSITION
POSITIONS = 640
"""Tokens in the longest sentence: as few as real models have (512), so that too long a one shows."""
SHARPNESS = 12.0
"""Of the attention: it looks at one position and no other."""
CONFIDENCE = 0.05
"""Scale of the output layer: the mean log-probability of a token is about -0.2, as with trained models."""
SPECIAL = ("<unk>", "<s>", "</s>")

VERSION = "0.1"
NAME = f"translate-de_en-{VERSION.replace('.', '_')}"

GERMAN = """
Die beiden Minister trafen sich am 3. April 2019 in der Hauptstadt zu einem Gespräch über die Zusammenarbeit.
Der Sprecher erklärte auf der Pressekonferenz, die Übung richte sich nicht gegen Dritte.
Nach Angaben des Verteidigungsministeriums nahmen 12 Schiffe und 1.500 Soldaten an dem Manöver teil.
Beide Seiten wollen die strategische Partnerschaft vertiefen und regelmäßig Erfahrungen austauschen.
Warum wurde das Abkommen erst nach langen Verhandlungen unterzeichnet?
Das Außenministerium hat die Berichte weder bestätigt noch zurückgewiesen.
Im vergangenen Jahr fanden gemeinsame Patrouillen der Luftwaffe über dem Meer statt.
Die Regierung kündigte an, den Haushalt um 7,5 Prozent zu erhöhen; Einzelheiten nannte sie nicht.
Russland und China arbeiten seit vielen Jahren auf dem Gebiet der Sicherheit zusammen.
Ein Vertreter der Botschaft sagte: „Wir begrüßen diesen Schritt.“
Zum Jahrestag der Gründung schickte der Präsident ein Telegramm an die Teilnehmer.
Die Zeitung berichtet, dass die Entwicklung neuer Flugzeuge schneller vorankommt als erwartet.
Wegen des schlechten Wetters konnte die Marine den zweiten Teil der Übung nicht beenden.
Fachleute halten eine weitere Zusammenarbeit bei der Ausbildung von Offizieren für wahrscheinlich.
""".split("\n")
"""What the tokenizer is trained on."""


def build_package(path: Path) -> Path:
    """Write the package file (under 1 MB, in under 2 seconds), the same each time; return its path."""
    tokenizer = train_tokenizer([line for line in GERMAN if line])
    metadata = {
        "package_version": VERSION,
        "argos_version": "1.9.0",
        "from_code": "de",
        "from_name": "German",
        "to_code": "en",
        "to_name": "English",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{NAME}/metadata.json", json.dumps(metadata))
        archive.writestr(f"{NAME}/README.md", "Built by the tests; its translations mean nothing.\n")
        archive.writestr(f"{NAME}/sentencepiece.model", tokenizer)
        folder = path.with_suffix(".model")
        write_model(folder, pieces_of(tokenizer))
        for file in sorted(folder.iterdir()):
            archive.write(file, f"{NAME}/model/{file.name}")
    return path


def train_tokenizer(sentences: list[str]) -> bytes:
    """Train a SentencePiece model; characters it never saw become bytes, so that any text comes through."""
    import sentencepiece

    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(sentences),
        model_writer=model,
        model_type="unigram",
        vocab_size=800,
        hard_vocab_limit=False,
        byte_fallback=True,
        character_coverage=1.0,
        num_threads=1,
        minloglevel=2,
    )
    return model.getvalue()


def pieces_of(tokenizer: bytes) -> list[str]:
    """Return the pieces a SentencePiece model knows."""
    import sentencepiece

    processor = sentencepiece.SentencePieceProcessor(model_proto=tokenizer)
    return [processor.id_to_piece(number) for number in range(processor.get_piece_size())]


def exchanged(pieces: list[str]) -> list[str]:
    """Return for each piece the one it is "translated" to: letters to letters, the rest to itself."""
    result = dict(zip(pieces, pieces, strict=True))
    for starts_word in (True, False):
        letters = [
            piece
            for piece in pieces
            if piece not in SPECIAL and piece.startswith("▁") == starts_word and piece.lstrip("▁").isalpha()
        ]
        others = random.Random(len(letters)).sample(letters, len(letters))
        result.update(zip(letters, others, strict=True))
    return [result[piece] for piece in pieces]


def write_model(folder: Path, pieces: list[str]) -> None:
    """Write a CTranslate2 model that puts for each piece the one `exchanged` has for it."""
    from ctranslate2.specs import TransformerSpec

    chance = np.random.default_rng(1)
    number_of = {piece: number for number, piece in enumerate(pieces)}
    codes = _codes(chance, len(pieces), EMBEDDING)
    places = _beside(np.zeros((POSITIONS, EMBEDDING)), _codes(chance, POSITIONS, POSITION))
    output = np.zeros((len(pieces), DEPTH))
    for source, target in enumerate(exchanged(pieces)):
        output[number_of[target], :EMBEDDING] = CONFIDENCE * codes[source]

    spec = TransformerSpec.from_config(num_layers=1, num_heads=1)
    known = _beside(codes, np.zeros((len(pieces), POSITION)))
    _fill_encoder(spec.encoder, known, places)
    _fill_decoder(spec.decoder, np.zeros_like(known), places, output)
    spec.config.add_source_eos = True
    spec.register_source_vocabulary(pieces)
    spec.register_target_vocabulary(pieces)
    spec.validate()
    spec.optimize(quantization="int8")
    folder.mkdir(parents=True)
    spec.save(str(folder))


def _fill_encoder(encoder, embeddings, places):
    """Let every vector through as it is: which piece, and where."""
    encoder.scale_embeddings = False
    encoder.embeddings[0].weight = _float(embeddings)
    encoder.position_encodings.encodings = _float(places)
    layer = encoder.layer[0]
    _nothing(layer.self_attention, 3)
    _no_ffn(layer.ffn)
    _norm(encoder.layer_norm)


def _fill_decoder(decoder, embeddings, places, output):
    """Ask by place alone, answer with the piece found there."""
    decoder.scale_embeddings = False
    decoder.embeddings.weight = _float(embeddings)
    decoder.position_encodings.encodings = _float(places)
    layer = decoder.layer[0]
    _nothing(layer.self_attention, 3)
    what = np.diag([1.0] * EMBEDDING + [0.0] * POSITION)
    where = np.diag([0.0] * EMBEDDING + [1.0] * POSITION)
    _norm(layer.attention.layer_norm)
    _linear(layer.attention.linear[0], SHARPNESS * where)
    _linear(layer.attention.linear[1], np.concatenate([where, what]))
    _linear(layer.attention.linear[2], 10 * what)
    _no_ffn(layer.ffn)
    _norm(decoder.layer_norm)
    _linear(decoder.projection, output)


def _codes(chance, count, size):
    """Return `count` vectors of -1 and 1 that sum to 0: a layer normalization leaves them as they are."""
    return chance.permuted(np.tile([-1.0, 1.0], (count, size // 2)), axis=1)


def _beside(what, where):
    return np.concatenate([what, where], axis=1)


def _nothing(attention, parts):
    _norm(attention.layer_norm)
    _linear(attention.linear[0], np.zeros((parts * DEPTH, DEPTH)))
    _linear(attention.linear[1], np.zeros((DEPTH, DEPTH)))


def _no_ffn(ffn):
    _norm(ffn.layer_norm)
    _linear(ffn.linear_0, np.zeros((DEPTH, DEPTH)))
    _linear(ffn.linear_1, np.zeros((DEPTH, DEPTH)))


def _linear(layer, weight):
    layer.weight = _float(weight)
    layer.bias = np.zeros(len(weight), dtype=np.float32)


def _norm(layer):
    layer.gamma = np.ones(DEPTH, dtype=np.float32)
    layer.beta = np.zeros(DEPTH, dtype=np.float32)


def _float(values):
    return np.asarray(values, dtype=np.float32)
