package io.mien.networks.interchange.pytorch;

import io.mien.networks.checkpoint.InvalidCheckpoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a pickle without running it: the opcodes that weights need (protocols 2 to 5), the names of
 * {@link TorchGlobals}, and nothing else. Lists, maps, {@link Tuple}s, strings, numbers, {@link
 * PythonNone} and {@link TensorView}s come out. Time and memory are bounded by the pickle's length.
 */
final class Unpickler {
  private static final int MAX_BYTES = 16 << 20;
  private static final int MAX_MEMO = 1_000_000;
  private static final int MAX_PROTOCOL = 5;
  private static final int STOP = '.';

  private final PickleSource source;
  private final PickleStack stack;
  private final Consumer<Storage> storages;
  private final Map<Long, Object> memo = new HashMap<>();

  private Unpickler(PickleSource source, Consumer<Storage> storages) {
    this.source = source;
    this.stack = new PickleStack(source);
    this.storages = storages;
  }

  /** Reads one pickle and leaves the source behind it; {@code storages} hears of each reference. */
  static Object read(PickleSource source, Consumer<Storage> storages) {
    return new Unpickler(source, storages).run();
  }

  private Object run() {
    int start = source.position();
    int opcode = source.unsignedByte();
    while (opcode != STOP) {
      execute(opcode);
      if (source.position() - start > MAX_BYTES) {
        throw source.refused("it is longer than %d bytes".formatted(MAX_BYTES));
      }
      opcode = source.unsignedByte();
    }
    return stack.pop();
  }

  private void execute(int opcode) {
    Optional<Object> literal = PickleLiterals.read(opcode, source);
    if (literal.isPresent()) {
      stack.push(literal.get());
      return;
    }
    switch (opcode) {
      case 0x80 -> protocol(source.unsignedByte());
      case 0x95 -> source.signedLong(); // FRAME: a hint about lengths
      case '(' -> stack.mark();
      case '0' -> stack.pop(); // POP
      case '1' -> stack.popToMark(); // POP_MARK
      case 't', 0x85, 0x86, 0x87 -> tuple(opcode);
      case 'a' -> append(List.of(stack.pop()));
      case 'e' -> append(stack.popToMark()); // APPENDS
      case 's' -> setItem();
      case 'u' -> put(stack.popToMark()); // SETITEMS
      case 'q' -> remember(source.unsignedByte()); // BINPUT
      case 'r' -> remember(source.unsignedInt()); // LONG_BINPUT
      case 0x94 -> remember(memo.size()); // MEMOIZE
      case 'h' -> stack.push(recall(source.unsignedByte())); // BINGET
      case 'j' -> stack.push(recall(source.unsignedInt())); // LONG_BINGET
      case 'c' -> stack.push(global(source.line(), source.line()));
      case 0x93 -> stackGlobal();
      case 'R' -> reduce();
      case 'b' -> build();
      case 'Q' -> persistent();
      default -> throw source.refused("opcode 0x%02x is not read".formatted(opcode));
    }
  }

  private void protocol(int version) {
    if (version > MAX_PROTOCOL) {
      throw source.refused(
          "pickle protocol %d; up to %d are read".formatted(version, MAX_PROTOCOL));
    }
  }

  private void tuple(int opcode) {
    if (opcode == 't') {
      stack.push(new Tuple(stack.popToMark()));
      return;
    }
    List<Object> items = new ArrayList<>();
    for (int i = 0; i <= opcode - 0x85; i++) { // TUPLE1, TUPLE2, TUPLE3
      items.add(stack.pop());
    }
    Collections.reverse(items);
    stack.push(new Tuple(items));
  }

  @SuppressWarnings("unchecked") // lists on the stack are our own
  private void append(List<Object> items) {
    ((List<Object>) stack.peek(List.class)).addAll(items);
  }

  private void setItem() {
    Object value = stack.pop();
    put(List.of(stack.pop(), value));
  }

  @SuppressWarnings("unchecked") // maps on the stack are our own
  private void put(List<Object> items) {
    Map<Object, Object> map = stack.peek(Map.class);
    if (items.size() % 2 != 0) {
      throw source.refused("a key without a value");
    }
    for (int i = 0; i < items.size(); i += 2) {
      Object key = items.get(i);
      if (!(key instanceof String || key instanceof Long || key instanceof Boolean)) {
        throw source.refused(
            "a dictionary's key is a %s".formatted(key.getClass().getSimpleName()));
      }
      map.put(key, items.get(i + 1));
    }
  }

  private void remember(long index) {
    if (memo.size() >= MAX_MEMO) {
      throw source.refused("it remembers more than %d values".formatted(MAX_MEMO));
    }
    memo.put(index, stack.peek());
  }

  private Object recall(long index) {
    Object value = memo.get(index);
    if (value == null) {
      throw source.refused("it recalls value %d, which it has not remembered".formatted(index));
    }
    return value;
  }

  private void stackGlobal() {
    String name = stack.pop(String.class);
    stack.push(global(stack.pop(String.class), name));
  }

  private Object global(String module, String name) {
    return TorchGlobals.find(module, name)
        .orElseThrow(
            () ->
                source.refused(
                    "it wants Python's '%s.%s'. A file of weights needs nothing of the kind; such"
                            .formatted(module, name)
                        + " a file can run programs. Save the state_dict alone"));
  }

  private void reduce() {
    Arguments arguments = new Arguments(stack.pop(Tuple.class).items());
    Rebuild function = stack.pop(Rebuild.class);
    try {
      stack.push(function.call(arguments));
    } catch (IllegalArgumentException e) {
      throw refused(e);
    }
  }

  /** Attributes of an OrderedDict (state_dict's _metadata) are dropped; others have none. */
  private void build() {
    stack.pop(Map.class);
    stack.peek(Map.class);
  }

  private void persistent() {
    try {
      Storage storage = TorchGlobals.storage(stack.pop(Tuple.class));
      storages.accept(storage);
      stack.push(storage);
    } catch (IllegalArgumentException e) {
      throw refused(e);
    }
  }

  private InvalidCheckpoint refused(IllegalArgumentException cause) {
    InvalidCheckpoint refused = source.refused(String.valueOf(cause.getMessage()));
    refused.initCause(cause);
    return refused;
  }
}
