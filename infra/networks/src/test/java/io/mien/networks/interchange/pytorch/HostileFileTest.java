package io.mien.networks.interchange.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.networks.checkpoint.InvalidCheckpoint;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pickles that are programs, written byte by byte. None may run, all are refused by name. */
class HostileFileTest {
  private static final String P2 = "\u0080\u0002";
  private static final String P4 = "\u0080\u0004";

  @TempDir Path folder;

  static Stream<Arguments> pickles() {
    return Stream.of(
        // os.system('id'), as pickle.dumps writes it, and by its module's own name
        Arguments.of(P2 + "cos\nsystem\nX\2\0\0\0id\u0085R.", "os.system"),
        Arguments.of(P2 + "cposix\nsystem\nX\2\0\0\0id\u0085R.", "posix.system"),
        Arguments.of(P2 + "c__builtin__\neval\nX\3\0\0\0" + "1+1\u0085R.", "__builtin__.eval"),
        // getattr(__import__('os'), 'system')('id')
        Arguments.of(
            P2 + "cbuiltins\ngetattr\ncbuiltins\n__import__\nX\2\0\0\0os\u0085R", "getattr"),
        // STACK_GLOBAL takes the name from the stack
        Arguments.of(P4 + "\u008c\10builtins\u008c\4exec\u0093\u008c\1x\u0085R.", "builtins.exec"),
        // a name that walks from an allowed module, and one with dots
        Arguments.of(P2 + "ctorch._utils\nos.system\n)R.", "torch._utils.os.system"),
        Arguments.of(P2 + "ctorch\nload\n)R.", "torch.load"),
        // BUILD would call __setstate__ of what it builds
        Arguments.of(P2 + "K\1}b.", "Long"),
        Arguments.of(P2 + "ctorch\nFloatStorage\n}b.", "TorchClass"),
        // NEWOBJ, NEWOBJ_EX, INST, OBJ
        Arguments.of(P2 + "ccollections\nOrderedDict\n)\u0081.", "0x81"),
        Arguments.of(P2 + "ccollections\nOrderedDict\n)}\u0092.", "0x92"),
        Arguments.of(P2 + "(X\2\0\0\0idios\nsystem\n.", "0x69"),
        Arguments.of(P2 + "(ccollections\nOrderedDict\no.", "0x6f"),
        // the extension registry
        Arguments.of(P2 + "\u0082\1.", "0x82"),
        Arguments.of(P2 + "\u0083\1\0.", "0x83"),
        Arguments.of(P2 + "\u0084\1\0\0\0.", "0x84"),
        // calls of what is no function, and of functions with wrong arguments
        Arguments.of(P2 + "X\2\0\0\0id)R.", "String"),
        Arguments.of(P2 + "ctorch\nFloatStorage\n)R.", "TorchClass"),
        Arguments.of(P2 + "ctorch._utils\n_rebuild_tensor_v2\n)R.", "argument 1"),
        Arguments.of(P2 + "X\1\0\0\0a\u0085Q.", "storage"),
        // sizes that are not there
        Arguments.of(P2 + "X\u00ff\u00ff\u00ff\u00ffa.", "4294967295 bytes"),
        Arguments.of(P4 + "\u008d\0\0\0\0\0\0\0\u0080a.", "bytes"),
        Arguments.of(P2 + "\u008b\u00ff\u00ff\u00ff\u007f.", "number of 2147483647 bytes"),
        Arguments.of(P2 + "X\5\0\0\0abc", "cut off"),
        Arguments.of(P2 + "}", "cut off"),
        Arguments.of(P2 + "c" + "a".repeat(300) + "\nb\n.", "line"),
        // a machine that is used wrongly
        Arguments.of(P2 + ".", "empty stack"),
        Arguments.of(P2 + "R.", "empty stack"),
        Arguments.of(P2 + "t.", "mark"),
        Arguments.of(P2 + "h\7.", "recalls"),
        Arguments.of(P2 + "}K\1e.", "mark"),
        Arguments.of(P2 + "}(K\1u.", "key without a value"),
        Arguments.of(P2 + "}]K\1s.", "ArrayList"),
        Arguments.of("\u0080\u0006N.", "protocol 6"));
  }

  @ParameterizedTest
  @MethodSource("pickles")
  void programIsRefusedWithNameAndFile(String pickle, String named) throws IOException {
    // Given
    byte[] bytes = TorchFiles.pickle(pickle);
    Path zip = TorchFiles.zip(folder.resolve("hostile.pth"), TorchFiles.entries(bytes));
    Path stream = folder.resolve("hostile.ckpt");
    Files.write(stream, bytes);
    // When, Then
    assertThatThrownBy(() -> PytorchFile.readZip(zip))
        .isInstanceOf(InvalidCheckpoint.class)
        .hasMessageContaining("hostile.pth")
        .hasMessageContaining(named);
    assertThatThrownBy(() -> PytorchFile.readLegacy(stream))
        .isInstanceOf(InvalidCheckpoint.class)
        .hasMessageContaining("hostile.ckpt")
        .hasMessageContaining(named);
  }

  @Test
  void pickleThatOnlyGrowsIsRefused() throws IOException {
    byte[] lists = TorchFiles.pickle(P2 + "]".repeat(3_000_000) + ".");
    Path file = TorchFiles.zip(folder.resolve("lists.pth"), TorchFiles.entries(lists));
    assertThatThrownBy(() -> PytorchFile.readZip(file)).hasMessageContaining("more than 2000000");
  }

  @Test
  void dictionaryInItselfIsRefused() throws IOException {
    byte[] loop = TorchFiles.pickle(P2 + "}q\0X\1\0\0\0ah\0s.");
    Path file = TorchFiles.zip(folder.resolve("loop.pth"), TorchFiles.entries(loop));
    assertThatThrownBy(() -> PytorchFile.readZip(file)).hasMessageContaining("nests");
  }

  static Stream<Arguments> layouts() {
    return Stream.of(
        Arguments.of(0, List.of(5L), List.of(1L), "beyond"),
        Arguments.of(4, List.of(1L), List.of(1L), "beyond"),
        Arguments.of(Long.MAX_VALUE, List.of(2L), List.of(1L), "large"),
        Arguments.of(-1, List.of(1L), List.of(1L), "negative"),
        Arguments.of(0, List.of(-1L), List.of(1L), "negative"),
        Arguments.of(0, List.of(2L), List.of(-1L), "negative"),
        Arguments.of(0, List.of(1L << 40), List.of(0L), "twice"),
        Arguments.of(0, List.of(2L, 2L), List.of(1L, 1L), "twice"),
        Arguments.of(0, List.of(1L << 40, 1L << 40), List.of(1L << 40, 1L), "large"),
        Arguments.of(0, List.of(2L, 2L), List.of(1L), "belong"));
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void viewsOutsideOfTheirStorageAreRefused(
      long offset, List<Long> shape, List<Long> strides, String named) throws IOException {
    // Given
    PickleWriter pickle = TorchFiles.dictionary(new PickleWriter());
    TorchFiles.tensor(pickle, "a", "FloatStorage", 4);
    TorchFiles.layout(pickle, offset, shape, strides);
    // When, Then
    assertRefused(pickle.setItems().stop(), named);
  }

  @Test
  void storagesLargerThanTheirBytesAreRefused() throws IOException {
    PickleWriter pickle = TorchFiles.dictionary(new PickleWriter());
    TorchFiles.tensor(pickle, "a", "FloatStorage", 1L << 40);
    TorchFiles.layout(pickle, 0, List.of(4L), List.of(1L));
    assertRefused(pickle.setItems().stop(), "which has 4");
  }

  @Test
  void compressedEntriesAreRefused() throws IOException {
    Map<String, byte[]> entries = TorchFiles.entries(TorchFiles.pickle(P2 + "}."));
    entries.put("a/data/0", new byte[10_000_000]);
    Path bomb = TorchFiles.zip(folder.resolve("bomb.pth"), entries, ZipEntry.DEFLATED);
    assertThat(Files.size(bomb)).isLessThan(100_000);
    assertThatThrownBy(() -> PytorchFile.readZip(bomb)).hasMessageContaining("compressed");
  }

  private void assertRefused(byte[] pickle, String named) throws IOException {
    Map<String, byte[]> entries = TorchFiles.entries(pickle);
    entries.put("a/data/0", TorchFiles.floats(ByteOrder.LITTLE_ENDIAN, 1, 2, 3, 4));
    Path file = TorchFiles.zip(folder.resolve("hostile.pth"), entries);
    assertThatThrownBy(() -> PytorchFile.readZip(file))
        .isInstanceOf(InvalidCheckpoint.class)
        .hasMessageContaining("hostile.pth")
        .hasMessageContaining(named);
  }
}
