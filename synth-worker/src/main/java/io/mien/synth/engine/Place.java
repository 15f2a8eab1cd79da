package io.mien.synth.engine;

/** One image of a batch: whose it is, and which of theirs. */
record Place(Request request, int index) {

  Wish wish() {
    return request.wish(index);
  }

  void put(Answer answer) {
    request.put(index, answer);
  }
}
