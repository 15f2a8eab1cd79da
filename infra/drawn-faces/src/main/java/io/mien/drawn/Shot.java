package io.mien.drawn;

import io.mien.drawn.paint.Dice;

/** What belongs to one picture and not to the person: pose, place, light, background, camera. */
public record Shot(
    long seed, HeadPose pose, Placement placement, Light light, Backdrop backdrop, Grain grain) {

  /** A casual shot. */
  public static Shot of(long seed) {
    return of(seed, Framing.CASUAL);
  }

  public static Shot of(long seed, Framing framing) {
    return new Shot(
        seed,
        HeadPose.of(framing, Dice.of(seed, "pose")),
        Placement.of(framing, Dice.of(seed, "placement")),
        Light.of(framing, Dice.of(seed, "light")),
        Backdrop.of(framing, Dice.of(seed, "backdrop")),
        Grain.of(Dice.of(seed, "grain")));
  }

  /** A picture of a session: its light, background and camera, the head moved a little. */
  static Shot ofSession(long sessionSeed, long pictureSeed) {
    Shot session = of(sessionSeed);
    return new Shot(
        sessionSeed,
        session.pose.moved(Dice.of(pictureSeed, "pose")),
        session.placement.moved(Dice.of(pictureSeed, "placement")),
        session.light,
        session.backdrop,
        session.grain);
  }

  /** The same moment from a camera at another angle; the light comes from where the camera is. */
  Shot turned(double yaw) {
    HeadPose other = new HeadPose(pose.roll(), yaw);
    return new Shot(seed, other, placement, light, backdrop, grain);
  }

  /** The head as it is painted before it is turned: straight, in light from the front. */
  Shot upright() {
    Light even = new Light(0, light.exposure());
    return new Shot(seed, HeadPose.FRONTAL, placement, even, backdrop, grain);
  }

  /** Chance that belongs to this picture. */
  Dice dice(String stream) {
    return Dice.of(seed, stream);
  }
}
