package io.mien.drawn;

import static io.mien.drawn.ActionUnit.JAW_DROP;
import static io.mien.drawn.ActionUnit.LIPS_PART;
import static io.mien.drawn.ActionUnit.LIP_CORNER_DEPRESSOR;
import static io.mien.drawn.ActionUnit.LIP_CORNER_PULLER;
import static io.mien.drawn.ActionUnit.LIP_PUCKERER;
import static io.mien.drawn.ActionUnit.LIP_STRETCHER;
import static io.mien.drawn.ActionUnit.LOWER_LIP_DEPRESSOR;
import static io.mien.drawn.ActionUnit.UPPER_LIP_RAISER;

/**
 * What the muscles do to the mouth, gathered from the action units.
 *
 * @param smile corners up (positive) or down (negative)
 * @param wide longer (positive) or rounder (negative) than at rest
 * @param open gap between the lips, 1 being as wide as surprise makes it
 * @param square 0: the gap is a lens; 1: a box, teeth bared
 * @param round 0: the corners are pointed; 1: an O
 */
record MouthPose(double smile, double wide, double open, double square, double round) {

  static MouthPose of(FacialAction face) {
    double smile =
        face.value(LIP_CORNER_PULLER)
            - .95 * face.value(LIP_CORNER_DEPRESSOR)
            - .32 * face.value(LIP_STRETCHER);
    double wide =
        .40 * face.value(LIP_CORNER_PULLER)
            + .40 * face.value(LIP_STRETCHER)
            - .50 * face.value(LIP_PUCKERER)
            - .20 * face.value(JAW_DROP);
    double open = .75 * face.positive(LIPS_PART) + .90 * face.positive(JAW_DROP);
    double square =
        .75 * face.positive(LOWER_LIP_DEPRESSOR) + .30 * face.positive(UPPER_LIP_RAISER);
    double round = .95 * face.positive(JAW_DROP) + .3 * face.positive(LIP_PUCKERER) - .5 * square;
    return new MouthPose(smile, wide, open, Math.min(1, square), Math.max(0, Math.min(1, round)));
  }

  double grin() {
    return Math.max(0, smile);
  }

  /** How much of the upper teeth the lips leave free. */
  static double upperTeeth(FacialAction face) {
    double bared =
        face.positive(LIP_CORNER_PULLER)
            + face.positive(UPPER_LIP_RAISER)
            + .9 * face.positive(LIP_STRETCHER)
            + face.positive(LOWER_LIP_DEPRESSOR);
    return Math.min(1, .12 + bared);
  }
}
