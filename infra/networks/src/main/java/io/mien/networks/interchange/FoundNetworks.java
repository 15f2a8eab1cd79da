package io.mien.networks.interchange;

import io.mien.networks.checkpoint.InvalidCheckpoint;
import io.mien.networks.interchange.tensor.TensorGroup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The networks in a file, wherever they lie: in dictionaries or under a prefix of names. */
record FoundNetworks(Path file, List<TensorGroup> groups) {
  /** More than any checkpoint has; a file with many names would take for ever. */
  private static final int MOST_NETWORKS = 256;

  static FoundNetworks in(Path file) throws IOException {
    List<TensorGroup> all = new ArrayList<>();
    for (TensorGroup group : TensorFile.read(file)) {
      all.add(group);
      List<String> prefixes = prefixes(group);
      if (prefixes.size() > MOST_NETWORKS) {
        throw new InvalidCheckpoint(
            "%s holds more than %d networks: give a file of one.".formatted(file, MOST_NETWORKS));
      }
      prefixes.stream()
          .map(group::under)
          .filter(inner -> Arrays.stream(NetworkShape.values()).anyMatch(s -> s.fits(inner)))
          .forEach(all::add);
    }
    return new FoundNetworks(file, List.copyOf(all));
  }

  private static List<String> prefixes(TensorGroup group) {
    return Arrays.stream(NetworkShape.values())
        .map(NetworkShape::anchor)
        .distinct()
        .flatMap(anchor -> prefixes(group, anchor).stream())
        .toList();
  }

  private static List<String> prefixes(TensorGroup group, String anchor) {
    return group.tensors().keySet().stream()
        .filter(name -> name.endsWith("." + anchor))
        .map(name -> name.substring(0, name.length() - anchor.length()))
        .toList();
  }

  /** The one network of a kind, or the one that {@code part} names. */
  TensorGroup only(NetworkShape kind, @Nullable String part) {
    List<TensorGroup> fitting =
        groups.stream()
            .filter(kind::fits)
            .filter(group -> part == null || group.path().equals(part))
            .toList();
    if (fitting.size() == 1) {
      return fitting.get(0);
    }
    if (fitting.isEmpty()) {
      throw new InvalidCheckpoint(
          "%s holds no %s%s. It holds %s: give another file or part."
              .formatted(
                  file,
                  kind.title().substring(2),
                  part == null ? "" : " at '" + part + "'",
                  listed(groups)));
    }
    throw new InvalidCheckpoint(
        "%s holds several networks that fit; name the part: %s.".formatted(file, listed(fitting)));
  }

  /** The network of a kind when the file has exactly one. */
  Optional<TensorGroup> maybe(NetworkShape kind) {
    List<TensorGroup> fitting = groups.stream().filter(kind::fits).toList();
    return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
  }

  private static String listed(List<TensorGroup> groups) {
    return groups.stream()
        .limit(8)
        .map(group -> kind(group) + " " + group.summary())
        .collect(Collectors.joining("; "));
  }

  private static String kind(TensorGroup group) {
    return Arrays.stream(NetworkShape.values())
        .filter(shape -> shape.fits(group))
        .map(NetworkShape::title)
        .findFirst()
        .orElse("tensors");
  }
}
