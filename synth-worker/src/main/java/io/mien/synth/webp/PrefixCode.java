package io.mien.synth.webp;

import java.util.Arrays;

/** The prefix code of one alphabet (RFC 9649, 3.7.2): canonical, written before it is used. */
final class PrefixCode {

  private static final int LONGEST = 15;
  private static final int LONGEST_OF_LENGTHS = 7;

  /** In which order the lengths of the code of lengths are written. */
  private static final int[] ORDER = {
    17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
  };

  private final int[] lengths;
  private final int[] codes;
  private final boolean single;

  private PrefixCode(int[] lengths) {
    this.lengths = lengths;
    this.codes = codes(lengths);
    this.single = Arrays.stream(lengths).filter(length -> length > 0).count() <= 1;
  }

  /**
   * @param counts how often each symbol of the alphabet will be put
   */
  static PrefixCode of(int[] counts) {
    return new PrefixCode(CodeLengths.of(counts, LONGEST));
  }

  /** Puts a symbol; where there is only one, nothing. */
  void put(int symbol, BitSink out) {
    if (!single) {
      out.put(codes[symbol], lengths[symbol]);
    }
  }

  /** Writes the code itself; a single symbol, which must be below 256, in the short way. */
  void describe(BitSink out) {
    if (single) {
      // simple code, one symbol, of 8 bits
      out.put(0b101, 3);
      out.put(only(), 8);
      return;
    }
    int[] counts = new int[ORDER.length];
    for (int length : lengths) {
      counts[length]++;
    }
    PrefixCode ofLengths = new PrefixCode(CodeLengths.of(counts, LONGEST_OF_LENGTHS));
    out.put(0, 1);
    out.put(ORDER.length - 4, 4);
    for (int symbol : ORDER) {
      out.put(ofLengths.lengths[symbol], 3);
    }
    // as many lengths as the alphabet has symbols
    out.put(0, 1);
    for (int length : lengths) {
      ofLengths.put(length, out);
    }
  }

  private int only() {
    for (int symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] > 0) {
        return symbol;
      }
    }
    return 0;
  }

  /** Ascending by length, then by symbol; turned round, since the first bit is put first. */
  private static int[] codes(int[] lengths) {
    int[] codes = new int[lengths.length];
    int next = 0;
    for (int length = 1; length <= LONGEST; length++) {
      next <<= 1;
      for (int symbol = 0; symbol < lengths.length; symbol++) {
        if (lengths[symbol] == length) {
          codes[symbol] = Integer.reverse(next++) >>> (Integer.SIZE - length);
        }
      }
    }
    return codes;
  }
}
