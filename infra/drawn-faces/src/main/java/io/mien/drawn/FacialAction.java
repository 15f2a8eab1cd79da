package io.mien.drawn;

import io.mien.drawn.paint.Dice;
import java.util.EnumMap;
import java.util.Map;

/** The state of all action units of a face: a sparse, immutable vector. */
public record FacialAction(Map<ActionUnit, Double> units) {

  public static final FacialAction REST = new FacialAction(Map.of());

  public FacialAction {
    units = Map.copyOf(units);
  }

  /** The face that goes with a feeling; the seed chooses among its forms and small deviations. */
  public static FacialAction of(Feeling feeling, long seed) {
    Dice dice = Dice.of(seed, "action");
    FacialAction main = Prototype.of(feeling.expression(), dice);
    FacialAction second = Prototype.of(feeling.undertone(), dice);
    double share = feeling.undertoneShare();
    FacialAction posed = main.scaled(1 - share).plus(second.scaled(share));
    return posed.scaled(feeling.intensity()).plus(Prototype.deviation(dice));
  }

  /** One unit alone, to add others to. */
  public static FacialAction with(ActionUnit unit, double value) {
    return REST.and(unit, value);
  }

  public FacialAction and(ActionUnit unit, double value) {
    Map<ActionUnit, Double> all = new EnumMap<>(ActionUnit.class);
    all.putAll(units);
    all.merge(unit, value, Double::sum);
    return new FacialAction(all);
  }

  public double value(ActionUnit unit) {
    return units.getOrDefault(unit, 0.0);
  }

  /** The value where only a movement counts and never its opposite. */
  public double positive(ActionUnit unit) {
    return Math.max(0, value(unit));
  }

  public FacialAction scaled(double factor) {
    Map<ActionUnit, Double> all = new EnumMap<>(ActionUnit.class);
    units.forEach((unit, value) -> all.put(unit, value * factor));
    return new FacialAction(all);
  }

  public FacialAction plus(FacialAction other) {
    Map<ActionUnit, Double> all = new EnumMap<>(ActionUnit.class);
    all.putAll(units);
    other.units.forEach((unit, value) -> all.merge(unit, value, Double::sum));
    return new FacialAction(all);
  }
}
