package io.mien.ingest.item;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.mien.store.json.WireJson;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields of a line, see {@link io.mien.contracts.synthesis.SynthesisItem}. */
final class ItemFields {

  static final String CUSTOM_ID = "custom_id";
  static final String PHOTO = "photo";
  static final String SHA256 = "sha256";
  static final String EXPRESSIONS = "expressions";
  static final String GROUP = "group";
  static final String HOLDS = "holds";
  static final String FACE = "face";

  private static final List<String> KNOWN =
      List.of(CUSTOM_ID, PHOTO, SHA256, EXPRESSIONS, GROUP, HOLDS, FACE);
  private static final String NOT_JSON = "line-not-json";
  private static final String BAD = "bad-field";
  private static final ObjectReader READER =
      WireJson.MAPPER
          .reader()
          .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final JsonNode object;

  private ItemFields(JsonNode object) {
    this.object = object;
  }

  /**
   * @throws ItemRefused {@code line-not-json}
   */
  static ItemFields of(ItemLine line) {
    if (!line.isWhole()) {
      throw new ItemRefused(
          NOT_JSON,
          "The line has %,d bytes; at most %,d are read. Is the end of a line missing?"
              .formatted(line.length(), LineReader.LONGEST));
    }
    try {
      JsonNode value = READER.readTree(text(line));
      if (value == null || !value.isObject()) {
        throw new ItemRefused(
            NOT_JSON, "The line is no JSON object. Write one object on each line.");
      }
      return new ItemFields(value);
    } catch (JsonProcessingException e) {
      throw new ItemRefused(
          NOT_JSON, "The line is no JSON: %s.".formatted(Excerpt.of(e.getOriginalMessage())));
    }
  }

  private static String text(ItemLine line) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line.bytes())).toString();
    } catch (CharacterCodingException e) {
      throw new ItemRefused(NOT_JSON, "The line is not UTF-8. Save the file as UTF-8.");
    }
  }

  /**
   * A misspelt name would be left out unnoticed.
   *
   * @throws ItemRefused {@code bad-field}
   */
  void checkNames() {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!KNOWN.contains(name)) {
                throw new ItemRefused(
                    BAD,
                    "There is no field '%s'; an item may have %s."
                        .formatted(Excerpt.of(name), String.join(", ", KNOWN)));
              }
            });
  }

  /**
   * @throws ItemRefused {@code field-missing} or {@code bad-field}
   */
  String required(String name) {
    return optional(name)
        .orElseThrow(
            () -> new ItemRefused("field-missing", "The item has no '%s'.".formatted(name)));
  }

  /**
   * @throws ItemRefused {@code bad-field}
   */
  Optional<String> optional(String name) {
    JsonNode value = object.path(name);
    return isAbsent(value) ? Optional.empty() : Optional.of(text(name, value));
  }

  /**
   * No words where the field is absent.
   *
   * @throws ItemRefused {@code bad-field}
   */
  List<String> words(String name) {
    JsonNode value = object.path(name);
    if (isAbsent(value)) {
      return List.of();
    }
    if (!value.isArray()) {
      throw new ItemRefused(
          BAD, "'%s' is no array. Write [\"happy\"], for one word too.".formatted(name));
    }
    List<String> words = new ArrayList<>();
    value.forEach(word -> words.add(text(name, word).strip()));
    return words;
  }

  private static boolean isAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  private static String text(String name, JsonNode value) {
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw new ItemRefused(
          BAD,
          "'%s' has %s where a text must be."
              .formatted(name, value.isTextual() ? "an empty text" : Excerpt.of(value.toString())));
    }
    return value.textValue();
  }
}
