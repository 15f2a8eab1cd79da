package io.mien.drawn;

/**
 * What a face can do, after the Facial Action Coding System (Ekman and Friesen 1978). A value of 0
 * is rest and 1 the full movement.
 */
public enum ActionUnit {
  INNER_BROW_RAISER(1),
  OUTER_BROW_RAISER(2),
  BROW_LOWERER(4),
  UPPER_LID_RAISER(5),
  CHEEK_RAISER(6),
  LID_TIGHTENER(7),
  NOSE_WRINKLER(9),
  UPPER_LIP_RAISER(10),
  LIP_CORNER_PULLER(12),
  LIP_CORNER_DEPRESSOR(15),
  LOWER_LIP_DEPRESSOR(16),
  CHIN_RAISER(17),
  LIP_PUCKERER(18),
  LIP_STRETCHER(20),
  LIP_PRESSOR(24),
  LIPS_PART(25),
  JAW_DROP(26),
  EYE_CLOSURE(43),
  /** Signed: positive turns the eyes to the right of the picture. */
  GAZE_SIDE(62),
  /** Signed: positive turns the eyes down. */
  GAZE_DOWN(64),
  /** Signed, not in the system: one corner of the mouth higher than the other. */
  ASYMMETRY(0);

  private final int code;

  ActionUnit(int code) {
    this.code = code;
  }

  /** The number in the coding system; 0 where it has none. */
  public int code() {
    return code;
  }
}
