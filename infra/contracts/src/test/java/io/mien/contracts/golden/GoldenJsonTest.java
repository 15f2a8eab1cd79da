package io.mien.contracts.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.mien.contracts.control.TaskControl;
import io.mien.contracts.control.WorkerControl;
import io.mien.contracts.event.TaskCheckpointed;
import io.mien.contracts.event.TaskEvent;
import io.mien.contracts.result.ClassifierMeasures;
import io.mien.contracts.result.ClassifierTrained;
import io.mien.contracts.result.DatasetPrepared;
import io.mien.contracts.result.FaceGanTrained;
import io.mien.contracts.result.TaskResult;
import io.mien.contracts.task.ImportCheckpoint;
import io.mien.contracts.task.ImportedLabels;
import io.mien.contracts.task.IngestDataset;
import io.mien.contracts.task.ListDataset;
import io.mien.contracts.task.RunTask;
import io.mien.contracts.task.SynthesisePhoto;
import io.mien.contracts.task.TaskSpec;
import io.mien.contracts.task.TrainFaceGan;
import io.mien.contracts.terms.UsageTerms;
import io.mien.contracts.worker.WorkerEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every message has one golden file, which is what other versions of Mien read and write. A file
 * may gain fields; whoever changes or removes one breaks the messages of v1.
 */
class GoldenJsonTest {

  private static final List<Class<?>> FAMILIES =
      List.of(
          TaskSpec.class,
          TaskResult.class,
          TaskEvent.class,
          TaskControl.class,
          WorkerControl.class,
          WorkerEvent.class);

  /** Set as {@code WireJson} of the object store is. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  @Test
  void everyMessageHasASample() {
    Set<Class<?>> messages = new HashSet<>(Set.of(RunTask.class));
    FAMILIES.forEach(family -> messages.addAll(Arrays.asList(family.getPermittedSubclasses())));

    assertThat(Samples.all())
        .extracting(Object::getClass)
        .containsExactlyInAnyOrderElementsOf(messages);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void messageIsWrittenAsItsGoldenFile(Object sample) throws IOException {
    assertThat(MAPPER.readTree(MAPPER.writeValueAsBytes(sample))).isEqualTo(golden(sample));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void goldenFileIsReadAsItsMessage(Object sample) throws IOException {
    assertThat(read(golden(sample), familyOf(sample))).isEqualTo(sample);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void fieldsOfLaterVersionsAreIgnored(Object sample) throws IOException {
    ObjectNode later = golden(sample);
    later.put("addedInALaterVersion", "whatever");

    assertThat(read(later, familyOf(sample))).isEqualTo(sample);
  }

  @Test
  void messagesFromBeforeAFieldExistedAreRead() throws IOException {
    ObjectNode imported = golden("ImportCheckpoint");
    ObjectNode request = golden("TrainFaceGan");
    ObjectNode trained = golden("FaceGanTrained");
    ObjectNode list = golden("ListDataset");
    ObjectNode prepared = golden("DatasetPrepared");
    imported.remove(List.of("pixels", "terms", "groups"));
    ((ObjectNode) request.get("training")).remove("keepBest");
    ObjectNode classifier = golden("ClassifierTrained");
    ((ObjectNode) classifier.get("measures")).remove("verification");
    trained.remove("best");
    ((ObjectNode) trained.get("summary")).remove("terms");
    ((ObjectNode) list.get("dataset")).remove(List.of("terms", "rules"));
    ((ObjectNode) prepared.get("summary")).remove("terms");
    ObjectNode state = golden("TaskCheckpointed");
    state.remove("items");
    ObjectNode offer = golden("RunTask");
    offer.remove("client");
    ObjectNode photo = golden("SynthesisePhoto");
    photo.remove("photoSha256");

    ImportCheckpoint earlier = (ImportCheckpoint) read(imported, TaskSpec.class);
    assertThat(earlier.pixels()).isNull();
    assertThat(earlier.known())
        .containsExactly(new ImportedLabels("expression", List.of("Black_Hair", "Male")));
    assertThat(earlier.usage()).isEqualTo(UsageTerms.licensed("CC-BY-NC-4.0"));
    IngestDataset ingest = ((ListDataset) read(list, TaskSpec.class)).dataset();
    assertThat(ingest.terms()).isEqualTo(UsageTerms.UNKNOWN);
    assertThat(ingest.rules()).isNull();
    assertThat(((DatasetPrepared) read(prepared, TaskResult.class)).summary().terms())
        .isEqualTo(UsageTerms.UNKNOWN);
    assertThat(((TrainFaceGan) read(request, TaskSpec.class)).training().keepBest()).isNull();
    assertThat(((ClassifierTrained) read(classifier, TaskResult.class)).measures())
        .extracting(ClassifierMeasures::verification)
        .isNull();
    FaceGanTrained face = (FaceGanTrained) read(trained, TaskResult.class);
    assertThat(face.best()).isNull();
    assertThat(((TaskCheckpointed) read(state, TaskEvent.class)).items()).isNull();
    assertThat(face.summary().terms()).isEqualTo(UsageTerms.UNKNOWN);
    SynthesisePhoto unnamed = (SynthesisePhoto) read(photo, TaskSpec.class);
    assertThat(unnamed.source()).isEqualTo(unnamed.crop().sha256());
    assertThat(((RunTask) read(offer, RunTask.class)).client()).isNull();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void absentIsNeverWrittenAsNull(Object sample) throws IOException {
    assertThat(MAPPER.writeValueAsString(sample)).doesNotContain("null");
  }

  static Stream<Object> samples() {
    return Samples.all().stream();
  }

  private static Object read(ObjectNode json, Class<?> family) throws IOException {
    return MAPPER.treeToValue(json, family);
  }

  private static Class<?> familyOf(Object sample) {
    return FAMILIES.stream()
        .filter(family -> family.isInstance(sample))
        .findFirst()
        .orElse(sample.getClass());
  }

  private static ObjectNode golden(Object sample) throws IOException {
    return golden(sample.getClass().getSimpleName());
  }

  private static ObjectNode golden(String message) throws IOException {
    String name = "/golden/" + message + ".json";
    try (InputStream file = GoldenJsonTest.class.getResourceAsStream(name)) {
      assertThat(file).as("golden file src/test/resources%s", name).isNotNull();
      JsonNode tree = MAPPER.readTree(file);
      return (ObjectNode) tree;
    }
  }
}
