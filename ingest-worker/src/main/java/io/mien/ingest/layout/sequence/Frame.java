package io.mien.ingest.layout.sequence;

import java.math.BigInteger;

/**
 * A picture of a sequence.
 *
 * @param number as the file's name has it, with its zeros
 */
record Frame(String source, String number) implements Comparable<Frame> {

  /** By number, whatever its zeros; two files of one number by their paths. */
  @Override
  public int compareTo(Frame other) {
    int order = new BigInteger(number).compareTo(new BigInteger(other.number));
    return order != 0 ? order : source.compareTo(other.source);
  }
}
