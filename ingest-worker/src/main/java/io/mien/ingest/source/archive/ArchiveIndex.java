package io.mien.ingest.source.archive;

import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.failure.InvalidInput;
import io.mien.ingest.source.SourceListing;
import io.mien.ingest.source.SourceName;
import java.io.FileNotFoundException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of an archive by name, and what is refused of it. A file takes about 200 bytes of
 * memory. Filled by one thread, then read by any.
 */
final class ArchiveIndex {

  private final String archive;
  private final ArchiveLimits limits;
  private final Map<String, Member> members = new HashMap<>();
  private final List<Rejection> refused = new ArrayList<>();
  private int entries;
  private long bytes;

  /**
   * @param archive where it lies, for a person
   */
  ArchiveIndex(String archive, ArchiveLimits limits) {
    this.archive = archive;
    this.limits = limits;
  }

  /** Called for every entry, whatever it is, before anything is remembered of it. */
  void count() {
    entries++;
    if (entries > limits.members()) {
      throw tooLarge(
          "it has more than %,d files and folders; at most as many are read"
              .formatted(limits.members()));
    }
  }

  /** Takes a file, unless it is a tool's, a bomb, or another file of the name was there before. */
  void add(String raw, Member member) {
    Optional<String> admitted = admit(raw);
    if (admitted.isEmpty()) {
      return;
    }
    String name = admitted.get();
    if (limits.isBomb(member.size(), member.packed())) {
      String detail =
          "would unpack to %,d bytes from %,d".formatted(member.size(), member.packed());
      refused.add(new Rejection(name, Rejection.Code.TOO_LARGE, detail));
    } else if (members.putIfAbsent(name, member) != null) {
      String detail = "is in the archive again; the first file of the name counts";
      refused.add(new Rejection(name, Rejection.Code.DUPLICATE_NAME, detail));
    } else {
      addBytes(member.size());
    }
  }

  /** Takes note of what is no file that can be read. */
  void refuse(String raw, Refusal why) {
    admit(raw).ifPresent(name -> refused.add(new Rejection(name, why.code(), why.detail())));
  }

  SourceListing listing() {
    return new SourceListing(List.copyOf(members.keySet()), refused);
  }

  boolean has(String name) {
    return members.containsKey(name);
  }

  Member member(String name) throws FileNotFoundException {
    Member member = members.get(name);
    if (member == null) {
      throw new FileNotFoundException("there is no %s in %s".formatted(name, archive));
    }
    return member;
  }

  private Optional<String> admit(String raw) {
    String name = SourceName.normal(raw);
    Optional<String> problem = SourceName.problem(name);
    if (problem.isPresent()) {
      refused.add(
          new Rejection(
              SourceName.printable(name), Rejection.Code.UNSAFE_NAME, problem.orElseThrow()));
      return Optional.empty();
    }
    return SourceName.isOfATool(name) ? Optional.empty() : Optional.of(name);
  }

  private void addBytes(long more) {
    bytes += more;
    if (bytes > limits.bytes() || bytes < 0) {
      throw tooLarge(
          "its files have more than %,d bytes unpacked; at most as many are read"
              .formatted(limits.bytes()));
    }
  }

  private InvalidInput tooLarge(String found) {
    return new InvalidInput(
        "archive-too-large",
        "Cannot read %s: %s. Split it into several datasets, or have the operator raise the limit."
            .formatted(archive, found));
  }
}
