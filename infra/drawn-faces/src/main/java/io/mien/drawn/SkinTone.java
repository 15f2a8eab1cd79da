package io.mien.drawn;

import io.mien.drawn.paint.Pigment;

/** Eight skin colours, from the lightest to the darkest. */
public enum SkinTone {
  PORCELAIN(0xF6D7C3),
  IVORY(0xEFC7A6),
  SAND(0xE2B08A),
  HONEY(0xCF9A70),
  BRONZE(0xB57B50),
  UMBER(0x98603D),
  MAHOGANY(0x80512F),
  EBONY(0x6B4530);

  private final Pigment pigment;

  SkinTone(int rgb) {
    this.pigment = Pigment.of(rgb);
  }

  Pigment pigment() {
    return pigment;
  }

  boolean isDark() {
    return compareTo(BRONZE) >= 0;
  }
}
