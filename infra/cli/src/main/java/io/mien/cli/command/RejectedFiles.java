package io.mien.cli.command;

import com.fasterxml.jackson.databind.MappingIterator;
import io.mien.cli.client.ClientJson;
import io.mien.cli.client.MienClient;
import io.mien.cli.terminal.Table;
import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.object.ObjectRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;

/** The files of a dataset that gave no crop, each with its reason. */
final class RejectedFiles {

  /** More lines than this are for a file, not for a terminal. */
  private static final int MOST_SHOWN = 100;

  private final MienClient client;
  private final ObjectRef rejections;

  RejectedFiles(MienClient client, ObjectRef rejections) {
    this.client = client;
    this.rejections = rejections;
  }

  void print(PrintStream out) {
    String url = "/v1/objects/" + rejections.bucket().wireName() + "/" + rejections.key();
    Table table = new Table("REJECTED FILE", "REASON", "FOUND");
    int files = 0;
    try (InputStream in = client.open(url);
        MappingIterator<Rejection> each =
            ClientJson.MAPPER.readerFor(Rejection.class).readValues(in)) {
      while (each.hasNextValue()) {
        Rejection rejection = each.nextValue();
        if (files++ < MOST_SHOWN) {
          table.row(rejection.source(), rejection.code(), rejection.detail());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Read the rejected files in " + url, e);
    }
    if (files == 0) {
      return;
    }
    table.print(out);
    if (files > MOST_SHOWN) {
      out.println("… and " + (files - MOST_SHOWN) + " more; all of them: GET " + url);
    }
  }
}
