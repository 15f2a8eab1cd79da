package io.mien.eval.ablation;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Measurements as JSON lines; an interruption loses none. */
record ResultFile(Path file) {
  private static final ObjectMapper JSON = new ObjectMapper();

  void append(Measurement measurement) throws IOException {
    Files.writeString(
        file,
        JSON.writeValueAsString(measurement) + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  List<Measurement> read() throws IOException {
    List<Measurement> measurements = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        measurements.add(JSON.readValue(line, Measurement.class));
      }
    }
    return measurements;
  }

  boolean has(String arm, long seed, long iteration) throws IOException {
    return read().stream()
        .anyMatch(
            found ->
                found.arm().equals(arm) && found.seed() == seed && found.iteration() == iteration);
  }
}
