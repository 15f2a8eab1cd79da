package io.mien.cli.command;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mien.cli.client.MienClient;
import io.mien.cli.terminal.BalanceTable;
import io.mien.cli.terminal.LeakWarning;
import io.mien.cli.terminal.NearDuplicateWarning;
import io.mien.cli.terminal.ProgressLine;
import io.mien.cli.terminal.Table;
import io.mien.cli.terminal.TermsLine;
import io.mien.cli.upload.SourceUpload;
import io.mien.contracts.dataset.DatasetPlace;
import io.mien.contracts.rest.DatasetRequest;
import io.mien.contracts.rest.DatasetView;
import io.mien.contracts.rest.Page;
import io.mien.contracts.result.DatasetPrepared;
import io.mien.contracts.terms.UsageTerms;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mien dataset}: register folders and archives of face photos and look at them. */
@Command(
    name = "dataset",
    mixinStandardHelpOptions = true,
    description = "Register folders and archives of face photos, and look at them.",
    subcommands = {
      DatasetCommand.Add.class,
      DatasetInspectCommand.class,
      DatasetCommand.ListAll.class,
      DatasetCommand.Show.class,
      DatasetCommand.Terms.class,
      DatasetEraseCommand.class
    })
public final class DatasetCommand {

  /** {@code mien dataset add PATH}. */
  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Register a folder or an archive of labelled face photos.")
  static final class Add implements Runnable {

    @Mixin private ServerOptions server;

    @Parameters(
        paramLabel = "PATH",
        description =
            "a folder, .zip, .tar or .tar.gz that the workers see, or one in the object store as s3://bucket/faces/: class directories, pictures with a legend.csv, or a public dataset as it is published")
    private String path;

    @Option(names = "--name", description = "name of the dataset; by default the file's")
    private @Nullable String name;

    @Option(
        names = "--upload",
        negatable = true,
        description =
            "send the files to the object store, where they go on after a break; by default when the server is another machine")
    private @Nullable Boolean upload;

    @Mixin private LayoutChoices layout;

    @Mixin private TermsOptions terms;

    @Override
    public void run() {
      URI given = SourceArgument.of(path);
      String called = name != null ? name : DatasetNames.of(given);
      MienClient client = server.client();
      URI source =
          isSent(given, client)
              ? new SourceUpload(client, new ProgressLine(System.err)).send(Path.of(given))
              : given;
      DatasetView added =
          client.post(
              "/v1/datasets",
              new DatasetRequest(called, source, layout.name(), layout.options(), terms.terms()),
              DatasetView.class);
      server.print(
          added,
          () -> {
            System.out.println(
                "Dataset " + added.name() + " is registered as " + added.datasetId());
            System.out.println(TermsLine.of(added.terms()));
            System.out.println(
                "Next: mien run start --dataset " + added.name() + " --preset smoke --watch");
          });
    }

    private boolean isSent(URI given, MienClient client) {
      boolean here = DatasetPlace.of(given) instanceof DatasetPlace.Local;
      boolean asked = upload != null ? upload : !ServerMachine.isThis(client.address());
      return here && asked;
    }
  }

  /** {@code mien dataset terms DATASET}. */
  @Command(
      name = "terms",
      mixinStandardHelpOptions = true,
      description =
          "State the terms of a dataset anew, all of them; what was made of it keeps the old ones.")
  static final class Terms implements Runnable {

    @Mixin private ServerOptions server;

    @Parameters(paramLabel = "DATASET", description = "name or id")
    private String dataset;

    @Mixin private TermsOptions terms;

    @Override
    public void run() {
      MienClient client = server.client();
      UsageTerms stated = Objects.requireNonNullElse(terms.terms(), UsageTerms.UNKNOWN);
      DatasetView view =
          client.put(
              "/v1/datasets/" + new DatasetLookup(client).find(dataset) + "/terms",
              stated,
              DatasetView.class);
      server.print(view, () -> System.out.println(TermsLine.of(view.terms())));
    }
  }

  /** {@code mien dataset list}. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "List the datasets, newest first.")
  static final class ListAll implements Runnable {

    @Mixin private ServerOptions server;

    @Override
    public void run() {
      Page<DatasetView> page =
          new Page<>(
              server.client().all("/v1/datasets", new TypeReference<Page<DatasetView>>() {}), null);
      server.print(
          page,
          () -> {
            Table table = new Table("ID", "NAME", "LAYOUT", "CROPS", "SOURCE");
            page.items()
                .forEach(
                    d ->
                        table.row(
                            d.datasetId(), d.name(), d.layout(), crops(d.prepared()), d.source()));
            table.print(System.out);
          });
    }

    private static String crops(@Nullable DatasetPrepared prepared) {
      return prepared == null
          ? "not ingested"
          : String.valueOf(
              prepared.summary().shards().stream().mapToInt(shard -> shard.crops()).sum());
    }
  }

  /** {@code mien dataset show DATASET}. */
  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Show counts by part and label, and every rejected file with its reason.")
  static final class Show implements Runnable {

    @Mixin private ServerOptions server;

    @Parameters(paramLabel = "DATASET", description = "name or id")
    private String dataset;

    @Override
    public void run() {
      MienClient client = server.client();
      DatasetView view =
          client.get("/v1/datasets/" + new DatasetLookup(client).find(dataset), DatasetView.class);
      server.print(view, () -> show(view, client));
    }

    private static void show(DatasetView view, MienClient client) {
      System.out.println(view.datasetId() + "  " + view.name() + "  " + view.source());
      System.out.println(TermsLine.of(view.terms()));
      DatasetPrepared prepared = view.prepared();
      if (prepared == null) {
        System.out.println("Not ingested yet: start a run on it.");
        return;
      }
      System.out.println(
          prepared.summary().files() + " files, rejected: " + prepared.summary().rejections());
      Table table = new Table("PART", "SUBJECTS", "CROPS BY LABEL");
      prepared
          .summary()
          .crops()
          .forEach(
              (split, crops) ->
                  table.row(
                      split.wireName(),
                      prepared.summary().subjects().getOrDefault(split, 0),
                      crops));
      table.print(System.out);
      if (prepared.summary().fold() != null) {
        System.out.printf(
            "The parts are those where fold %d of %d tests; a run names another with --fold.%n",
            prepared.summary().fold(), prepared.summary().splitPolicy().folds());
      }
      BalanceTable.print(prepared.summary().balance(), System.out);
      LeakWarning.print(prepared.summary().leak(), System.out);
      NearDuplicateWarning.print(prepared.summary().nearDuplicates(), System.out);
      new RejectedFiles(client, prepared.rejections()).print(System.out);
    }
  }
}
