package io.mien.synth.image.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ConvolutionalCodeTest {

  private static final long SEED = 4;

  @Test
  void anyMessageComesBack() {
    Random random = new Random(SEED);
    for (int i = 0; i < 200; i++) {
      long message = message(random);
      assertThat(ConvolutionalCode.decode(received(message, 0, random)))
          .as("message %d of seed %d", i, SEED)
          .isEqualTo(message);
    }
  }

  @Test
  void everyTenthBitMayBeWrong() {
    Random random = new Random(SEED);
    int right = 0;
    for (int i = 0; i < 200; i++) {
      long message = message(random);
      right += ConvolutionalCode.decode(received(message, 0.1, random)) == message ? 1 : 0;
    }
    assertThat(right).as("of 200, seed %d", SEED).isGreaterThan(195);
  }

  @Test
  void halfOfTheBitsMayBeUnseen() {
    Random random = new Random(SEED);
    long message = message(random);
    double[] received = received(message, 0, random);
    for (int i = 0; i < received.length; i += 2) {
      received[i] = 0;
    }

    assertThat(ConvolutionalCode.decode(received)).isEqualTo(message);
  }

  private static long message(Random random) {
    return random.nextLong() >>> (64 - WatermarkPayload.BITS);
  }

  private static double[] received(long message, double wrong, Random random) {
    int[] coded = ConvolutionalCode.encode(message);
    double[] received = new double[coded.length];
    for (int i = 0; i < coded.length; i++) {
      received[i] = random.nextDouble() < wrong ? -coded[i] : coded[i];
    }
    return received;
  }
}
