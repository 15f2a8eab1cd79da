package io.mien.synth.image.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Examples of RFC 8949, appendix A. */
class CborTest {

  @Test
  void numbersTakeTheFewestBytes() {
    assertThat(hex(23)).isEqualTo("17");
    assertThat(hex(24)).isEqualTo("1818");
    assertThat(hex(100)).isEqualTo("1864");
    assertThat(hex(1000)).isEqualTo("1903e8");
    assertThat(hex(1_000_000)).isEqualTo("1a000f4240");
    assertThat(hex(-1)).isEqualTo("20");
    assertThat(hex(-100)).isEqualTo("3863");
  }

  @Test
  void textsAndBytesAreCountedInBytes() {
    assertThat(hex("IETF")).isEqualTo("6449455446");
    assertThat(hex("\u00fc")).isEqualTo("62c3bc");
    assertThat(hex(new byte[] {1, 2, 3, 4})).isEqualTo("4401020304");
  }

  @Test
  void listsNest() {
    assertThat(hex(List.of(1, List.of(2, 3), List.of(4, 5)))).isEqualTo("8301820203820405");
  }

  @Test
  void keysAreSortedByTheirEncoding() {
    Map<Object, Object> map = new LinkedHashMap<>();
    map.put("aa", 1);
    map.put("b", 2);
    map.put(33, 3);
    map.put(-7, 4);
    map.put(1, 5);

    assertThat(hex(map)).isEqualTo("a5" + "0105" + "182103" + "2604" + "616202" + "62616101");
  }

  private static String hex(Object value) {
    return HexFormat.of().formatHex(Cbor.of(value));
  }
}
