package io.mien.ingest.layout.sequence;

import io.mien.contracts.dataset.Rejection;
import io.mien.ingest.layout.Columns;
import io.mien.ingest.layout.DatasetFolder;
import io.mien.ingest.layout.DatasetListing;
import io.mien.ingest.layout.Label;
import io.mien.ingest.layout.Picture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The sequences of a dataset while their frames are chosen; no frame is forgotten. */
final class Sequences {

  private final DatasetFolder folder;
  private final Map<String, List<Frame>> frames = new TreeMap<>();
  private final List<Picture> pictures = new ArrayList<>();
  private final Set<String> chosen = new HashSet<>();
  private final Set<String> rejected = new HashSet<>();
  private final List<Rejection> rejections;

  Sequences(DatasetFolder folder) {
    this.folder = folder;
    this.rejections = new ArrayList<>(folder.unreadable());
  }

  /**
   * What the frames of one sequence have in common.
   *
   * @param recording attributes
   */
  record Take(String subject, Map<String, String> recording) {}

  void add(String sequence, Frame frame) {
    frames.computeIfAbsent(sequence, key -> new ArrayList<>()).add(frame);
  }

  /** A picture that belongs to no sequence. */
  void add(Picture picture) {
    pictures.add(picture);
  }

  void reject(Rejection rejection) {
    rejections.add(rejection);
    rejected.add(rejection.source());
  }

  boolean hasRejected(String source) {
    return rejected.contains(source);
  }

  /** Hands over each sequence and its frames in their order. */
  void forEach(BiConsumer<String, List<Frame>> consumer) {
    frames.forEach((key, all) -> consumer.accept(key, all.stream().sorted().toList()));
  }

  void choose(Take take, List<Frame> some, Label label) {
    for (Frame frame : some) {
      Map<String, String> attributes = new HashMap<>(take.recording());
      attributes.put(Columns.FRAME, frame.number());
      pictures.add(folder.picture(frame.source(), take.subject(), label, attributes));
      chosen.add(frame.source());
    }
  }

  /** Those of the frames that were not chosen. */
  void leave(List<Frame> all, String why) {
    for (Frame frame : all) {
      if (!chosen.contains(frame.source())) {
        reject(new Rejection(frame.source(), Rejection.Code.NOT_CHOSEN, why));
      }
    }
  }

  DatasetListing listing(Set<String> tables) {
    return new DatasetListing(pictures, rejections, tables);
  }
}
