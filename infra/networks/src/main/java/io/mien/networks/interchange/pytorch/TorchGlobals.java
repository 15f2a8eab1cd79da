package io.mien.networks.interchange.pytorch;

import io.mien.networks.checkpoint.ElementType;
import io.mien.networks.interchange.tensor.Layout;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The names that a pickle of weights may use. Everything else, and thereby every way to run code,
 * is unknown.
 */
final class TorchGlobals {
  private static final Map<String, Rebuild> FUNCTIONS =
      Map.of(
          "collections.OrderedDict", TorchGlobals::orderedDict,
          "torch._utils._rebuild_tensor", TorchGlobals::tensor,
          "torch._utils._rebuild_tensor_v2", TorchGlobals::tensor,
          "torch._utils._rebuild_parameter", arguments -> arguments.get(0, TensorView.class),
          "torch.Size", arguments -> arguments.get(0, Tuple.class));

  private TorchGlobals() {}

  /** A {@link Rebuild} or a {@link TorchClass}; empty for a name that is not allowed. */
  static Optional<Object> find(String module, String name) {
    Rebuild function = FUNCTIONS.get(module + "." + name);
    if (function != null) {
      return Optional.of(function);
    }
    return module.equals("torch")
        ? ElementType.ofTorchStorage(name).map(TorchClass::new)
        : Optional.empty();
  }

  /**
   * The storage of a persistent id: ("storage", class, key, location, elements), in the legacy
   * stream followed by None or (view key, offset, elements).
   *
   * @throws IllegalArgumentException when it is something else
   */
  static Storage storage(Tuple id) {
    Arguments parts = new Arguments(id.items());
    if (!parts.get(0, String.class).equals("storage")) {
      throw new IllegalArgumentException("a persistent id that is no storage");
    }
    ElementType type = parts.get(1, TorchClass.class).type();
    String key = parts.get(2, String.class);
    long elements = parts.number(4);
    if (parts.size() < 6 || parts.values().get(5) == PythonNone.NONE) {
      return storage(type, key, 0, elements);
    }
    Arguments view = new Arguments(parts.get(5, Tuple.class).items());
    return storage(type, key, view.number(1), view.number(2));
  }

  private static Storage storage(ElementType type, String key, long first, long elements) {
    if (first < 0 || elements < 0) {
      throw new IllegalArgumentException(
          "storage '%s' of %d elements from %d on".formatted(key, elements, first));
    }
    return new Storage(type, key, first, elements);
  }

  private static Object orderedDict(Arguments arguments) {
    if (arguments.size() > 0) {
      throw new IllegalArgumentException("OrderedDict takes no arguments here");
    }
    return new LinkedHashMap<Object, Object>();
  }

  private static TensorView tensor(Arguments arguments) {
    Layout layout = new Layout(arguments.number(1), arguments.numbers(2), arguments.numbers(3));
    return new TensorView(arguments.get(0, Storage.class), layout);
  }
}
