package io.mien.networks.interchange.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import io.mien.networks.parameter.Parameters;
import io.mien.networks.resnet.ResNet;
import io.mien.networks.stargan.GeneratorSpec;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes networks as ONNX models, operator set 17. */
public final class OnnxExport {
  private static final int IR_VERSION = 8; // the one of operator set 17
  private static final int OPERATORS = 17;

  private OnnxExport() {}

  /**
   * Writes one model with inputs {@code image} and {@code condition} and output {@code result}.
   *
   * @param conditions length of the condition vector
   * @param metadata for whoever uses the model, such as label names
   */
  public static void write(
      Path path,
      GeneratorSpec spec,
      int conditions,
      Parameters parameters,
      Map<String, String> metadata)
      throws IOException {
    write(path, GeneratorGraph.of(spec, conditions, parameters), metadata);
  }

  /** Writes a classifier with input {@code image} in [-1, 1] and output {@code logits}. */
  public static void write(Path path, ResNet network, Map<String, String> metadata)
      throws IOException {
    write(path, ClassifierGraph.of(network), metadata);
  }

  private static void write(Path path, GraphProto graph, Map<String, String> metadata)
      throws IOException {
    ModelProto.Builder model =
        ModelProto.newBuilder()
            .setIrVersion(IR_VERSION)
            .setProducerName("mien")
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATORS))
            .setGraph(graph);
    metadata.forEach(
        (key, value) ->
            model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
      model.build().writeTo(out);
    }
  }
}
