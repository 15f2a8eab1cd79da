package io.mien.ingest.layout.table;

import io.mien.contracts.dataset.Rejection;
import io.mien.ingest.image.GreyPng;
import io.mien.ingest.image.PictureContent;
import io.mien.ingest.image.PictureRefused;
import java.io.IOException;

/** A picture that is a line of FER2013: 48 x 48 grey values, 0 to 255, separated by spaces. */
public record Fer2013Pixels(LineSpan line, Fer2013Columns columns) implements PictureContent {

  private static final int SIDE = 48;

  @Override
  public long size() {
    return line.length();
  }

  @Override
  public byte[] read() throws IOException {
    String[] values = columns.pixels(Fer2013Columns.cells(line.read())).split("\\s+");
    if (values.length != SIDE * SIDE) {
      Rejection.Code code =
          values.length < SIDE * SIDE ? Rejection.Code.TRUNCATED : Rejection.Code.NOT_AN_IMAGE;
      throw new PictureRefused(
          code,
          "line %d has %,d grey values; a picture has %,d"
              .formatted(line.number(), values.length, SIDE * SIDE));
    }
    byte[] pixels = new byte[values.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) grey(values[i]);
    }
    return GreyPng.encode(SIDE, SIDE, pixels);
  }

  private int grey(String value) {
    if (value.matches("\\d{1,3}") && Integer.parseInt(value) <= 255) {
      return Integer.parseInt(value);
    }
    throw new PictureRefused(
        Rejection.Code.NOT_AN_IMAGE,
        "line %d says '%s', no grey value of 0 to 255".formatted(line.number(), value));
  }
}
