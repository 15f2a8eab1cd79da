package io.mien.synth.quality;

import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.quality.ImageQuality;
import io.mien.contracts.quality.QualityGate;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.KnownFace;
import io.mien.synth.engine.LoadedGenerator;
import io.mien.synth.engine.Requester;
import io.mien.synth.engine.SynthEngine;
import io.mien.synth.image.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A generator behind a quality gate: images that do not pass are generated anew in the next way.
 * Without a gate every image passes. Thread-safe.
 */
public final class GatedGenerator implements AutoCloseable {

  private final Map<PrefixRef, LoadedGenerator> generators;
  private final LoadedGenerator own;
  private final List<Way> ways;
  private final @Nullable QualityGate gate;
  private final @Nullable FaceJudge judge;

  private GatedGenerator(
      Map<PrefixRef, LoadedGenerator> generators,
      LoadedGenerator own,
      List<Way> ways,
      @Nullable QualityGate gate,
      @Nullable FaceJudge judge) {
    this.generators = generators;
    this.own = own;
    this.ways = ways;
    this.gate = gate;
    this.judge = judge;
  }

  /**
   * Opens every checkpoint that may be needed, which the caller closes.
   *
   * @param share of what is generated, more than 0 to 1, unless an option says another
   * @throws io.mien.contracts.failure.InvalidInput as {@link SynthEngine#open}
   */
  public static GatedGenerator open(
      SynthEngine engine,
      PrefixRef checkpoint,
      double share,
      @Nullable QualityGate gate,
      Requester requester) {
    Map<PrefixRef, LoadedGenerator> generators = new HashMap<>();
    try {
      LoadedGenerator own = engine.open(checkpoint, requester);
      generators.put(checkpoint, own);
      List<Way> ways = new ArrayList<>();
      ways.add(new Way(own, new Origin(checkpoint, own.terms()), null, share));
      for (QualityGate.Option option :
          gate == null ? List.<QualityGate.Option>of() : gate.options()) {
        PrefixRef named = Objects.requireNonNullElse(option.checkpoint(), checkpoint);
        LoadedGenerator generator =
            generators.computeIfAbsent(named, ref -> engine.open(ref, requester));
        ways.add(
            new Way(
                generator,
                new Origin(named, generator.terms()),
                named.equals(checkpoint) ? null : named.manifest().sha256(),
                Objects.requireNonNullElse(option.intensity(), share)));
      }
      FaceJudge judge = gate == null ? null : FaceJudge.open(engine, gate, requester);
      return new GatedGenerator(generators, own, ways, gate, judge);
    } catch (RuntimeException | Error e) {
      generators.values().forEach(LoadedGenerator::close);
      throw e;
    }
  }

  /** The generator that is asked first. */
  public LoadedGenerator own() {
    return own;
  }

  /**
   * What images come from that a checkpoint generated here; empty when none here is that one.
   *
   * @param otherCheckpoint as in {@link GatedImage}
   */
  public Optional<Origin> origin(@Nullable String otherCheckpoint) {
    return ways.stream()
        .filter(way -> Objects.equals(way.otherCheckpoint(), otherCheckpoint))
        .map(Way::origin)
        .findFirst();
  }

  /**
   * Face i gets label i of a group, as {@link LoadedGenerator#translate} says; the images in their
   * order, whether they pass or not.
   *
   * @throws io.mien.contracts.failure.InvalidInput {@code label-not-judged} or {@code
   *     not-measurable}
   */
  public List<GatedImage> generate(String group, List<KnownFace> faces, List<String> labels) {
    List<WantedImage> all =
        IntStream.range(0, labels.size())
            .mapToObj(i -> new WantedImage(faces.get(i), labels.get(i)))
            .toList();
    FaceJudge.KnownPhotos known = new FaceJudge.KnownPhotos();
    List<WantedImage> left = all;
    for (Way way : ways) {
      attempt(way, group, left, known);
      left = left.stream().filter(WantedImage::isLeft).toList();
    }
    return all.stream().map(WantedImage::last).toList();
  }

  private void attempt(
      Way way, String group, List<WantedImage> wanted, FaceJudge.KnownPhotos known) {
    List<String> labels = wanted.stream().map(WantedImage::label).toList();
    List<RgbImage> images =
        way.generate(group, wanted.stream().map(WantedImage::face).toList(), labels);
    if (gate == null || judge == null) {
      IntStream.range(0, images.size()).forEach(i -> wanted.get(i).generated(way, images.get(i)));
      return;
    }
    List<RgbImage> photos = wanted.stream().map(WantedImage::photo).toList();
    List<ImageQuality> qualities = judge.measure(photos, labels, images, known);
    for (int i = 0; i < images.size(); i++) {
      wanted.get(i).generated(way, images.get(i), qualities.get(i), gate);
    }
  }

  @Override
  public void close() {
    generators.values().forEach(LoadedGenerator::close);
    if (judge != null) {
      judge.close();
    }
  }
}
