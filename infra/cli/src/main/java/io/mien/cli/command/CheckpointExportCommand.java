package io.mien.cli.command;

import io.mien.cli.client.MienClient;
import io.mien.contracts.id.CheckpointId;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.rest.ExportRequest;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.result.CheckpointExported;
import io.mien.contracts.task.CheckpointFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code mien checkpoint export ID}: a generator or classifier becomes a file that other programs
 * read.
 */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Write a generator or classifier for PyTorch, ONNX Runtime and others.")
final class CheckpointExportCommand implements Callable<Integer> {

  @Mixin private ServerOptions server;

  @Parameters(paramLabel = "ID", description = "id of a checkpoint, or alias of a generator's")
  private String checkpoint;

  @Option(
      names = "--format",
      required = true,
      description =
          "safetensors, pytorch (both under the names of the public StarGAN or of torchvision) or"
              + " onnx (image and condition in, result out; of a classifier image in, logits out)")
  private CheckpointFormat format;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "file to write")
  private Path out;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path target = out.toAbsolutePath();
    MienClient client = server.client();
    CheckpointId id = new CheckpointLookup(client).find(checkpoint);
    RunView run =
        client.post("/v1/checkpoints/" + id + "/exports", new ExportRequest(format), RunView.class);
    CheckpointExported exported =
        new OneStepRun(client, "Export checkpoint " + id)
            .await(run.runId(), CheckpointExported.class);
    ObjectRef file = exported.file();
    Path folder = target.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Download.save(client, "/v1/objects/" + file.bucket().wireName() + "/" + file.key(), target);
    server.print(
        exported,
        () ->
            System.out.printf(
                "%s (%.1f MB) is in %s%n", format.wireName(), file.bytes() / 1e6, target));
    return 0;
  }
}
