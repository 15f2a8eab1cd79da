package io.mien.cli.command;

import io.mien.cli.client.MienClient;
import io.mien.contracts.dataset.Inclusion;
import io.mien.contracts.rest.RunLabels;
import io.mien.contracts.rest.RunRequest;
import io.mien.contracts.task.Sampling;
import io.mien.contracts.terms.Purpose;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a run is asked to do, now or by a schedule. */
final class RunOptions {

  @Option(names = "--dataset", required = true, description = "name or id of a dataset")
  private String dataset;

  @Option(
      names = "--preset",
      required = true,
      description =
          "smoke, demo, turning, standard or report-split; dcgan, wgan, wgan-gp or r1 for a face"
              + " generator")
  private String preset;

  @Option(
      names = "--labels",
      paramLabel = "[DATASET:]GROUP[=NAMES]",
      description =
          "what StarGAN learns: expression, pose, or attributes=glasses,hair_colour=black; given"
              + " again for joint training, the first is judged; of another dataset as"
              + " DATASET:GROUP")
  private List<String> labels = List.of();

  @Option(names = "--name", description = "name of the run, for people")
  private @Nullable String name;

  @Option(
      names = "--classifier-from",
      paramLabel = "CHECKPOINT",
      description =
          "id or alias of a classifier's checkpoint whose weights and dimensions the classifier"
              + " starts from")
  private @Nullable String classifierFrom;

  @Option(names = "--balanced", description = "let the trainings see every class equally often")
  private boolean balanced;

  @Option(
      names = "--fold",
      paramLabel = "F",
      description = "which fold tests, of a dataset that was added with --folds (default: 1)")
  private @Nullable Integer fold;

  @Option(
      names = "--purpose",
      description =
          "what the results are for: ${COMPLETION-CANDIDATES}; without it, what the server says")
  private @Nullable Purpose purpose;

  @Option(
      names = "--include-minors",
      description = "use data that shows minors, which is refused otherwise")
  private boolean minors;

  @Option(
      names = "--priority",
      description =
          "-100 to 99, 0 without it: a point is worth a minute of waiting; from 50 on the run goes"
              + " ahead of others and trainings make room for it (operators only)")
  private @Nullable Integer priority;

  @Option(
      names = "--fresh",
      description = "do every step anew, also what an earlier run has done in the same way")
  private boolean fresh;

  /** The body of the request; names of datasets become ids. */
  RunRequest request(MienClient client) {
    DatasetLookup datasets = new DatasetLookup(client);
    List<RunLabels> learned =
        labels.stream().map(text -> RunLabelsOption.parse(text, datasets::find)).toList();
    return new RunRequest(
        datasets.find(dataset),
        preset,
        name,
        learned,
        classifierFrom,
        purpose,
        minors ? Inclusion.INCLUDE : null,
        fold,
        balanced ? Sampling.BALANCED : null,
        priority,
        fresh ? true : null);
  }
}
