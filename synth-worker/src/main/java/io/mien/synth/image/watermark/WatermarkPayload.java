package io.mien.synth.image.watermark;

import java.util.Optional;

/**
 * What a watermark says.
 *
 * @param installation 0 to 65,535, as configured
 * @param checkpoint the first 16 bits of its digest
 */
public record WatermarkPayload(int installation, int checkpoint) {

  /** Bits of a payload with its version and checksum. */
  static final int BITS = 58;

  private static final int VERSION = 1;
  private static final int CHECKSUM_BITS = 24;
  private static final int LARGEST = 0xFFFF;

  public WatermarkPayload {
    if (installation < 0 || installation > LARGEST || checkpoint < 0 || checkpoint > LARGEST) {
      throw new IllegalArgumentException(
          "A watermark holds numbers from 0 to %d, not installation %d and checkpoint %d."
              .formatted(LARGEST, installation, checkpoint));
    }
  }

  /**
   * What is said of a checkpoint's images.
   *
   * @param checkpointSha256 in hexadecimal digits, of which the first four are taken
   */
  public static WatermarkPayload of(int installation, String checkpointSha256) {
    return new WatermarkPayload(installation, Integer.parseInt(checkpointSha256, 0, 4, 16));
  }

  /** Version, installation, checkpoint, and the checksum of all these. */
  long message() {
    long content = ((long) VERSION << 32) | ((long) installation << 16) | checkpoint;
    return (content << CHECKSUM_BITS) | checksum(content);
  }

  /** Nothing where version or checksum are wrong. */
  static Optional<WatermarkPayload> of(long message) {
    long content = message >>> CHECKSUM_BITS;
    if (content >>> 32 != VERSION || checksum(content) != (message & 0xFFFFFF)) {
      return Optional.empty();
    }
    return Optional.of(
        new WatermarkPayload((int) (content >>> 16) & LARGEST, (int) content & LARGEST));
  }

  /** CRC-24 of OpenPGP (RFC 9580, section 6.1) over five bytes. */
  private static int checksum(long content) {
    int crc = 0xB704CE;
    for (int shift = 32; shift >= 0; shift -= 8) {
      crc ^= (int) ((content >>> shift) & 0xFF) << 16;
      for (int bit = 0; bit < 8; bit++) {
        crc <<= 1;
        if ((crc & 0x1000000) != 0) {
          crc ^= 0x1864CFB;
        }
      }
    }
    return crc;
  }
}
