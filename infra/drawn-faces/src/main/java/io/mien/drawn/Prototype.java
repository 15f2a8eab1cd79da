package io.mien.drawn;

import static io.mien.drawn.ActionUnit.ASYMMETRY;
import static io.mien.drawn.ActionUnit.BROW_LOWERER;
import static io.mien.drawn.ActionUnit.CHEEK_RAISER;
import static io.mien.drawn.ActionUnit.CHIN_RAISER;
import static io.mien.drawn.ActionUnit.EYE_CLOSURE;
import static io.mien.drawn.ActionUnit.GAZE_DOWN;
import static io.mien.drawn.ActionUnit.GAZE_SIDE;
import static io.mien.drawn.ActionUnit.INNER_BROW_RAISER;
import static io.mien.drawn.ActionUnit.JAW_DROP;
import static io.mien.drawn.ActionUnit.LID_TIGHTENER;
import static io.mien.drawn.ActionUnit.LIPS_PART;
import static io.mien.drawn.ActionUnit.LIP_CORNER_DEPRESSOR;
import static io.mien.drawn.ActionUnit.LIP_CORNER_PULLER;
import static io.mien.drawn.ActionUnit.LIP_PRESSOR;
import static io.mien.drawn.ActionUnit.LIP_PUCKERER;
import static io.mien.drawn.ActionUnit.LIP_STRETCHER;
import static io.mien.drawn.ActionUnit.LOWER_LIP_DEPRESSOR;
import static io.mien.drawn.ActionUnit.NOSE_WRINKLER;
import static io.mien.drawn.ActionUnit.OUTER_BROW_RAISER;
import static io.mien.drawn.ActionUnit.UPPER_LID_RAISER;
import static io.mien.drawn.ActionUnit.UPPER_LIP_RAISER;

import io.mien.drawn.paint.Dice;

/** Which action units make which expression; some expressions have two forms. */
final class Prototype {

  private Prototype() {}

  static FacialAction of(Expression expression, Dice dice) {
    return switch (expression) {
      case NEUTRAL -> FacialAction.REST;
      case HAPPY -> happy(dice);
      case SAD -> sad();
      case SURPRISED -> surprised(dice);
      case DISGUSTED -> disgusted(dice);
      case ANGRY -> angry(dice);
      case FEARFUL -> fearful(dice);
    };
  }

  /** What no two pictures of one person share. */
  static FacialAction deviation(Dice dice) {
    return FacialAction.with(INNER_BROW_RAISER, dice.gaussian(.05))
        .and(OUTER_BROW_RAISER, dice.gaussian(.05))
        .and(LIP_CORNER_PULLER, dice.gaussian(.04))
        .and(EYE_CLOSURE, dice.gaussian(.04))
        .and(GAZE_SIDE, dice.gaussian(.25))
        .and(GAZE_DOWN, dice.gaussian(.12))
        .and(ASYMMETRY, dice.gaussian(.06));
  }

  private static FacialAction happy(Dice dice) {
    FacialAction smile =
        FacialAction.with(CHEEK_RAISER, .95)
            .and(LIP_CORNER_PULLER, 1)
            .and(LID_TIGHTENER, .12)
            .and(INNER_BROW_RAISER, .08);
    return dice.chance(.75) ? smile.and(LIPS_PART, dice.between(.55, .95)) : smile;
  }

  private static FacialAction sad() {
    return FacialAction.with(INNER_BROW_RAISER, 1)
        .and(BROW_LOWERER, .35)
        .and(LIP_CORNER_DEPRESSOR, 1)
        .and(CHIN_RAISER, .7)
        .and(EYE_CLOSURE, .36)
        .and(GAZE_DOWN, .35);
  }

  private static FacialAction surprised(Dice dice) {
    return FacialAction.with(INNER_BROW_RAISER, 1)
        .and(OUTER_BROW_RAISER, 1)
        .and(UPPER_LID_RAISER, .85)
        .and(LIPS_PART, .6)
        .and(JAW_DROP, dice.between(.85, 1.1))
        .and(LIP_PUCKERER, .3);
  }

  private static FacialAction disgusted(Dice dice) {
    return FacialAction.with(NOSE_WRINKLER, 1)
        .and(UPPER_LIP_RAISER, 1)
        .and(BROW_LOWERER, .45)
        .and(LID_TIGHTENER, .6)
        .and(CHEEK_RAISER, .5)
        .and(LIP_CORNER_DEPRESSOR, .35)
        .and(CHIN_RAISER, .35)
        .and(LIPS_PART, .2)
        .and(ASYMMETRY, dice.between(-.3, .3));
  }

  private static FacialAction angry(Dice dice) {
    FacialAction glare =
        FacialAction.with(BROW_LOWERER, 1.15)
            .and(UPPER_LID_RAISER, .25)
            .and(LID_TIGHTENER, .55)
            .and(LIP_CORNER_DEPRESSOR, .25);
    return dice.chance(.5)
        ? glare.and(LIP_PRESSOR, 1).and(CHIN_RAISER, .4)
        : glare
            .and(LIPS_PART, .62)
            .and(LOWER_LIP_DEPRESSOR, 1)
            .and(UPPER_LIP_RAISER, .25)
            .and(LIP_STRETCHER, .1);
  }

  private static FacialAction fearful(Dice dice) {
    return FacialAction.with(INNER_BROW_RAISER, 1)
        .and(OUTER_BROW_RAISER, .3)
        .and(BROW_LOWERER, .75)
        .and(UPPER_LID_RAISER, .85)
        .and(LID_TIGHTENER, .25)
        .and(LIP_STRETCHER, 1)
        .and(LOWER_LIP_DEPRESSOR, .55)
        .and(LIPS_PART, dice.between(.35, .52))
        .and(JAW_DROP, .2);
  }
}
