package io.mien.eval.ablation;

import io.mien.drawn.DrawnDataset;
import io.mien.drawn.DrawnFace;
import io.mien.drawn.FacePainter;
import io.mien.drawn.Framing;
import io.mien.drawn.Shot;
import io.mien.networks.image.ImageSet;
import io.mien.networks.image.LabelledImage;
import io.mien.networks.image.RgbImage;
import io.mien.networks.label.LabelGroup;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Drawn people in three groups that share nobody: their seeds differ. Studio pictures, of which one
 * fixed square holds the face, so that no detector is needed.
 */
final class AblationFaces {
  private static final long TRAINING = 101;
  private static final long JUDGING = 202;
  private static final long TEST = 303;
  private static final int KNOWN = 40;

  private final AblationPlan plan;
  private final LabelGroup labels;

  AblationFaces(AblationPlan plan) {
    this.plan = plan;
    this.labels = LabelGroup.exclusive(plan.expressions());
  }

  /** The generators' pictures, by expression. */
  ImageSet training() {
    return set(labels, pictures(TRAINING, plan.trainingPeople(), plan.shots()));
  }

  /** The judge's pictures, by expression. */
  ImageSet judging() {
    return set(labels, pictures(JUDGING, plan.judgingPeople(), plan.shots()));
  }

  /** The same pictures, by person. */
  ImageSet people() {
    List<LabelledImage> pictures = pictures(JUDGING, plan.judgingPeople(), plan.shots());
    List<String> names = pictures.stream().map(LabelledImage::subject).distinct().toList();
    List<LabelledImage> byPerson =
        pictures.stream()
            .map(
                picture ->
                    new LabelledImage(
                        picture.image(), names.indexOf(picture.subject()), picture.subject()))
            .collect(Collectors.toList());
    return set(LabelGroup.exclusive(names), byPerson);
  }

  /** Those of some of these people. */
  List<RgbImage> knownFaces() {
    return pictures(JUDGING, Math.min(KNOWN, plan.judgingPeople()), plan.shots()).stream()
        .map(LabelledImage::image)
        .toList();
  }

  /** Two pictures of every test person and expression: person, expression, shot, in this order. */
  List<LabelledImage> test() {
    return pictures(TEST, plan.testPeople(), 2);
  }

  private ImageSet set(LabelGroup group, List<LabelledImage> pictures) {
    return new ImageSet(plan.size(), group, pictures);
  }

  private List<LabelledImage> pictures(long seed, int people, int shots) {
    return DrawnDataset.of(people, shots)
        .withSeed(seed)
        .withIntensity(plan.weakest(), 1)
        .faces()
        .parallelStream()
        .filter(face -> plan.expressions().contains(face.expression().label()))
        .map(this::picture)
        .toList();
  }

  private LabelledImage picture(DrawnFace face) {
    Shot shot = Shot.of(face.seed(), Framing.STUDIO);
    int painted = plan.size() * 3 / 2;
    BufferedImage picture = FacePainter.paint(face.identity(), face.action(), shot, painted);
    int left = (painted - plan.size()) / 2;
    int above = painted - plan.size() - plan.size() / 6;
    RgbImage image = RgbImage.of(picture.getSubimage(left, above, plan.size(), plan.size()));
    return new LabelledImage(image, labels.index(face.expression().label()), face.subject());
  }
}
