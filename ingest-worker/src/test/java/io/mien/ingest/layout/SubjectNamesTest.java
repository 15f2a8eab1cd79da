package io.mien.ingest.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubjectNamesTest {

  @Test
  void participantCodesNameTheSubject() {
    assertThat(SubjectNames.in("happy/P0001_03.png")).contains("P0001");
    assertThat(SubjectNames.in("S010_004_00000017.png")).contains("S010");
    assertThat(SubjectNames.in("x/AF01-happy.jpg")).contains("AF01");
  }

  @Test
  void namesBeforeAFourDigitNumberNameTheSubject() {
    assertThat(SubjectNames.in("images/Andre_Agassi_0034.jpg")).contains("Andre_Agassi");
    assertThat(SubjectNames.in("Abdullah_al-Attiyah_0003.jpg")).contains("Abdullah_al-Attiyah");
  }

  @Test
  void otherNamesTellNothing() {
    assertThat(SubjectNames.in("img_0001.jpg")).isEmpty();
    assertThat(SubjectNames.in("happy/000123.png")).isEmpty();
    assertThat(SubjectNames.in("Avinash_11.jpg")).isEmpty();
    assertThat(SubjectNames.in("DSC0001.JPG")).isEmpty();
  }
}
