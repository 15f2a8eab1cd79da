package io.mien.networks.script;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The file format of a TorchScript module without weights: an uncompressed ZIP of five entries. */
final class ScriptArchive {
  /** A pickle of one {@code __torch__.Function} whose only attribute is {@code training = True}. */
  private static final String MODULE =
      "\u0080\u0002c__torch__\nFunction\n)\u0081}X\b\0\0\0training\u0088sb.";

  /** A pickle of an empty tuple. */
  private static final String NO_CONSTANTS = "\u0080\u0002).";

  private static final String CODE =
      """
      class Function(Module):
        __parameters__ = []
        __buffers__ = []
        training : bool
        def forward(self: __torch__.Function, %s) -> Tensor:
      %s""";

  private ScriptArchive() {}

  static byte[] of(String body, String... parameters) {
    String signature =
        Arrays.stream(parameters).map(name -> name + ": Tensor").collect(Collectors.joining(", "));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "data.pkl", MODULE);
      put(zip, "code/__torch__.py", CODE.formatted(signature, body));
      put(zip, "constants.pkl", NO_CONSTANTS);
      put(zip, "version", "3\n");
      put(zip, "byteorder", "little");
    } catch (IOException e) {
      throw new UncheckedIOException("Writing a ZIP in memory failed.", e);
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    byte[] content = text.getBytes(StandardCharsets.ISO_8859_1);
    CRC32 checksum = new CRC32();
    checksum.update(content);
    ZipEntry entry = new ZipEntry("function/" + name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(checksum.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
