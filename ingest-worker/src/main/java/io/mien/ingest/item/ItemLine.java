package io.mien.ingest.item;

/**
 * A line of the items as it came.
 *
 * @param number from 1
 * @param bytes its first ones, without the end of the line
 * @param length of all of it
 */
@SuppressWarnings("ArrayRecordComponent")
record ItemLine(int number, byte[] bytes, long length) {

  boolean isWhole() {
    return bytes.length == length;
  }

  /** Whether nothing was meant by it. */
  boolean isBlank() {
    for (byte each : bytes) {
      if (each != ' ' && each != '\t' && each != '\r') {
        return false;
      }
    }
    return isWhole();
  }
}
