package io.mien.train.tensorboard;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import io.mien.contracts.event.Measure;
import io.mien.networks.image.RgbImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/**
 * Messages of TensorFlow's {@code event.proto} and {@code summary.proto}, whose field numbers are
 * the constants here.
 */
final class EventMessage {

  private static final String VERSION = "brain.Event:2";
  private static final int EVENT_WALL_TIME = 1;
  private static final int EVENT_STEP = 2;
  private static final int EVENT_FILE_VERSION = 3;
  private static final int EVENT_SUMMARY = 5;
  private static final int SUMMARY_VALUE = 1;
  private static final int VALUE_TAG = 1;
  private static final int VALUE_SIMPLE = 2;
  private static final int VALUE_IMAGE = 4;
  private static final int IMAGE_HEIGHT = 1;
  private static final int IMAGE_WIDTH = 2;
  private static final int IMAGE_COLORSPACE = 3;
  private static final int IMAGE_ENCODED = 4;
  private static final int RGB = 3;

  private EventMessage() {}

  @FunctionalInterface
  private interface Fields {
    void writeTo(CodedOutputStream out) throws IOException;
  }

  /** What every file begins with. */
  static byte[] version(Instant at) {
    return message(
        out -> {
          out.writeDouble(EVENT_WALL_TIME, seconds(at));
          out.writeString(EVENT_FILE_VERSION, VERSION);
        });
  }

  /** Points of one iteration. */
  static byte[] scalars(Instant at, long iteration, List<Measure> points) {
    byte[] summary =
        message(
            out -> {
              for (Measure point : points) {
                byte[] value =
                    message(
                        fields -> {
                          fields.writeString(VALUE_TAG, point.name());
                          fields.writeFloat(VALUE_SIMPLE, (float) point.value());
                        });
                out.writeByteArray(SUMMARY_VALUE, value);
              }
            });
    return event(at, iteration, summary);
  }

  /** A picture, as PNG. */
  static byte[] image(Instant at, long iteration, String tag, RgbImage image, byte[] png) {
    byte[] picture =
        message(
            out -> {
              out.writeInt32(IMAGE_HEIGHT, image.height());
              out.writeInt32(IMAGE_WIDTH, image.width());
              out.writeInt32(IMAGE_COLORSPACE, RGB);
              out.writeBytes(IMAGE_ENCODED, ByteString.copyFrom(png));
            });
    byte[] value =
        message(
            out -> {
              out.writeString(VALUE_TAG, tag);
              out.writeByteArray(VALUE_IMAGE, picture);
            });
    return event(at, iteration, message(out -> out.writeByteArray(SUMMARY_VALUE, value)));
  }

  private static byte[] event(Instant at, long iteration, byte[] summary) {
    return message(
        out -> {
          out.writeDouble(EVENT_WALL_TIME, seconds(at));
          out.writeInt64(EVENT_STEP, iteration);
          out.writeByteArray(EVENT_SUMMARY, summary);
        });
  }

  private static double seconds(Instant at) {
    return at.getEpochSecond() + at.getNano() * 1e-9;
  }

  private static byte[] message(Fields fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      CodedOutputStream out = CodedOutputStream.newInstance(bytes);
      fields.writeTo(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
