package io.mien.drawn;

import io.mien.drawn.paint.Pigment;

/** Eight skin colours, from the lightest to the darkest. */
public enum SkinTone {
  PORCELAIN(0xF6D7C3),
  IVORY(0xEFC7A6),
  SAND(0xE2B08A),
  HONEY(0xCF9A70),
  BRONZE(0xB0805C),
  UMBER(0x916248),
  MAHOGANY(0x774F3A),
  EBONY(0x644434);

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
