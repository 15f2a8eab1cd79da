package io.mien.networks.interchange.onnx;

import ai.djl.ndarray.NDArray;
import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import io.mien.networks.device.HostCopy;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A graph under construction. Values are known by name; every operation names its output. */
final class OnnxGraph {
  private static final int FLOAT = TensorProto.DataType.FLOAT_VALUE;
  private static final int INT64 = TensorProto.DataType.INT64_VALUE;

  private final GraphProto.Builder graph = GraphProto.newBuilder();
  private final Set<String> stored = new HashSet<>();
  private int operations;

  OnnxGraph(String name) {
    graph.setName(name);
  }

  /** Declares an input; a side is a number or the name of a dimension that may vary. */
  String input(String name, String... sides) {
    graph.addInput(value(name, sides));
    return name;
  }

  /** Appends an operation with one output. */
  String apply(String operation, List<String> inputs, AttributeProto... attributes) {
    String output = "%s_%d".formatted(operation, operations++);
    graph.addNode(node(operation, inputs, attributes).setName(output).addOutput(output));
    return output;
  }

  /** Appends the last operation. */
  void output(String name, String from, String... sides) {
    graph.addNode(node("Identity", List.of(from)).setName(name + "_out").addOutput(name));
    graph.addOutput(value(name, sides));
  }

  /** A weight under its own name, stored once. */
  String weight(String name, NDArray values) {
    if (stored.add(name)) {
      TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(FLOAT);
      Arrays.stream(values.getShape().getShape()).forEach(tensor::addDims);
      tensor.setRawData(ByteString.copyFrom(HostCopy.bytes(values)));
      graph.addInitializer(tensor);
    }
    return name;
  }

  /** A vector of floats. */
  String floats(float... values) {
    TensorProto.Builder tensor = TensorProto.newBuilder().setDataType(FLOAT).addDims(values.length);
    for (float value : values) {
      tensor.addFloatData(value);
    }
    return constant(tensor);
  }

  /** A number without dimensions. */
  String number(float value) {
    return constant(TensorProto.newBuilder().setDataType(FLOAT).addFloatData(value));
  }

  /** A vector of whole numbers. */
  String integers(long... values) {
    TensorProto.Builder tensor = TensorProto.newBuilder().setDataType(INT64).addDims(values.length);
    Arrays.stream(values).forEach(tensor::addInt64Data);
    return constant(tensor);
  }

  GraphProto build() {
    return graph.build();
  }

  static AttributeProto integers(String name, long... values) {
    AttributeProto.Builder attribute =
        AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
    Arrays.stream(values).forEach(attribute::addInts);
    return attribute.build();
  }

  static AttributeProto integer(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  static AttributeProto text(String name, String value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.STRING)
        .setS(ByteString.copyFromUtf8(value))
        .build();
  }

  private String constant(TensorProto.Builder tensor) {
    String name = "constant_" + graph.getInitializerCount();
    graph.addInitializer(tensor.setName(name));
    return name;
  }

  private static NodeProto.Builder node(
      String operation, List<String> inputs, AttributeProto... attributes) {
    return NodeProto.newBuilder()
        .setOpType(operation)
        .addAllInput(inputs)
        .addAllAttribute(Arrays.asList(attributes));
  }

  private static ValueInfoProto value(String name, String... sides) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (String side : sides) {
      TensorShapeProto.Dimension.Builder dimension = TensorShapeProto.Dimension.newBuilder();
      shape.addDim(
          Character.isDigit(side.charAt(0))
              ? dimension.setDimValue(Long.parseLong(side))
              : dimension.setDimParam(side));
    }
    TypeProto.Tensor tensor =
        TypeProto.Tensor.newBuilder().setElemType(FLOAT).setShape(shape).build();
    TypeProto type = TypeProto.newBuilder().setTensorType(tensor).build();
    return ValueInfoProto.newBuilder().setName(name).setType(type).build();
  }
}
