package io.mien.drawn;

/** One person in front of the camera: all that the parts of a picture are drawn from. */
record Sitting(Identity identity, FacialAction action, Shot shot, Landmarks marks, Skin skin) {

  static Sitting of(Identity identity, FacialAction action, Shot shot) {
    Landmarks marks = Landmarks.of(identity.bones(), action, shot.pose());
    return new Sitting(identity, action, shot, marks, Skin.of(identity.complexion()));
  }

  double unit(ActionUnit unit) {
    return action.value(unit);
  }

  double positive(ActionUnit unit) {
    return action.positive(unit);
  }

  double lightSide() {
    return shot.light().side();
  }
}
