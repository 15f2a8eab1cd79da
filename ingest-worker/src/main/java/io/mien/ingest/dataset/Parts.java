package io.mien.ingest.dataset;

import io.mien.ingest.layout.Picture;
import io.mien.store.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the pictures of a dataset are shared out: by the first bits of the digest of their names. A
 * part of a small number of bits is the union of parts of a larger one, so that what was found
 * before is known to lie in a few parts, however much the dataset has grown.
 *
 * @param bits 0 to 16; there are two to the power of it
 */
record Parts(int bits) {

  private static final int MOST_BITS = 16;

  Parts {
    if (bits < 0 || bits > MOST_BITS) {
      throw new IllegalArgumentException(bits + " bits of a part; choose 0 to " + MOST_BITS + ".");
    }
  }

  /** Parts of no more than so many pictures, on average. */
  static Parts of(int pictures, int perPart) {
    int bits = 0;
    while (bits < MOST_BITS && ((long) perPart << bits) < pictures) {
      bits++;
    }
    return new Parts(bits);
  }

  /** Those of a dataset that came in so many parts. */
  static Parts counted(int parts) {
    return new Parts(Integer.numberOfTrailingZeros(parts));
  }

  int count() {
    return 1 << bits;
  }

  /** The part of a picture. */
  int of(String source) {
    byte[] digest = Sha256.digest().digest(source.getBytes(StandardCharsets.UTF_8));
    int first = (digest[0] & 0xFF) << 8 | digest[1] & 0xFF;
    return first >> (MOST_BITS - bits);
  }

  /** The pictures of each part, in their order. */
  List<List<Picture>> share(List<Picture> pictures) {
    List<List<Picture>> parts = new ArrayList<>();
    IntStream.range(0, count()).forEach(part -> parts.add(new ArrayList<>()));
    pictures.forEach(picture -> parts.get(of(picture.source())).add(picture));
    return parts;
  }

  /** Which of the other parts show pictures of one of these. */
  IntStream in(Parts other, int part) {
    if (other.bits <= bits) {
      return IntStream.of(part >> (bits - other.bits));
    }
    int finer = other.bits - bits;
    return IntStream.range(part << finer, (part + 1) << finer);
  }
}
