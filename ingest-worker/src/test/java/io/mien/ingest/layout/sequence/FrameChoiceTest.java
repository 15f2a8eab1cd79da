package io.mien.ingest.layout.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrameChoiceTest {

  @Test
  void framesAroundTheApexLieInTheSecondAndThirdQuarter() {
    assertThat(FrameChoice.aroundApex(frames(101), 5)).containsExactly(25, 38, 50, 63, 75);
    assertThat(FrameChoice.aroundApex(frames(101), 1)).containsExactly(50);
  }

  @Test
  void shortTakesGiveWhatTheyHave() {
    for (int frames = 1; frames < 20; frames++) {
      List<Integer> chosen = FrameChoice.aroundApex(frames(frames), 5);

      assertThat(chosen).as("%d frames", frames).isNotEmpty().doesNotHaveDuplicates().isSorted();
      assertThat(frames(frames)).containsAll(chosen);
    }
  }

  @Test
  void peakIsTheEndAndNeverTheNeutralBeginning() {
    assertThat(FrameChoice.peak(frames(20), 3)).containsExactly(17, 18, 19);
    assertThat(FrameChoice.peak(frames(3), 3)).containsExactly(1, 2);
    assertThat(FrameChoice.peak(frames(1), 3)).containsExactly(0);
  }

  private static List<Integer> frames(int count) {
    return IntStream.range(0, count).boxed().toList();
  }
}
