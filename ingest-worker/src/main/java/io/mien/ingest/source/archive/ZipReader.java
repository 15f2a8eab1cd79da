package io.mien.ingest.source.archive;

import io.mien.contracts.dataset.Rejection;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads the directory of a zip, and nothing else of it. Twice: first where the members begin, then
 * what they are, because a member reaches to the beginning of the next at most.
 */
final class ZipReader {

  private static final int BUFFER = 1 << 16;

  private final StoredBytes zip;
  private final ArchiveIndex index;

  ZipReader(StoredBytes zip, ArchiveIndex index) {
    this.zip = zip;
    this.index = index;
  }

  /**
   * @throws IOException when it is cut off, damaged or no zip
   */
  void read() throws IOException {
    ZipEnd end = ZipEnd.find(zip);
    ZipSpans spans = new ZipSpans();
    forEach(
        end,
        entry -> {
          index.count();
          spans.add(entry.place().offset());
        });
    spans.close(end.start() - end.shift());
    forEach(end, entry -> take(entry, end.shift(), spans.of(entry.place().offset())));
  }

  private void forEach(ZipEnd end, Consumer<ZipRecord> consumer) throws IOException {
    try (InputStream in = new BufferedInputStream(zip.range(end.start(), end.length()), BUFFER)) {
      in.mark(1);
      while (in.read() >= 0) {
        in.reset();
        consumer.accept(ZipRecord.read(in));
        in.mark(1);
      }
    }
  }

  private void take(ZipRecord entry, long shift, long span) {
    ZipRecord.Place place = entry.place();
    Optional<Refusal> refusal = entry.refusal();
    if (entry.isFolder()) {
      return;
    }
    if (refusal.isPresent()) {
      index.refuse(entry.name(), refusal.orElseThrow());
    } else if (span - ZipMember.HEADER - place.nameLength() < place.packed()) {
      String detail = "shares bytes of the archive with another file, as bombs do";
      index.refuse(entry.name(), new Refusal(Rejection.Code.UNREADABLE, detail));
    } else {
      index.add(
          entry.name(),
          new ZipMember(
              place.offset() + shift,
              span,
              place.packed(),
              place.size(),
              place.crc(),
              entry.method()));
    }
  }
}
