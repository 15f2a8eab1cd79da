package io.mien.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeVersionTest {

  @TempDir Path folder;

  @Test
  void classesThatLieAboutAreOfThisProcessOnly() {
    String version = CodeVersion.of("1", CodeVersionTest.class);

    assertThat(version).matches("1\\+classes-[0-9a-f-]{36}");
    assertThat(CodeVersion.of("1", CodeVersionTest.class)).isEqualTo(version);
  }

  @Test
  void otherMarksOfTheSameCodeAreAnotherVersion() {
    String unsigned = CodeVersion.of("1", CodeVersionTest.class, "NONE 0 unsigned");

    assertThat(unsigned).startsWith(CodeVersion.of("1", CodeVersionTest.class) + ".");
    assertThat(CodeVersion.of("1", CodeVersionTest.class, "NONE 0 unsigned")).isEqualTo(unsigned);
    assertThat(CodeVersion.of("1", CodeVersionTest.class, "STDM 7 unsigned"))
        .isNotEqualTo(unsigned);
  }

  @Test
  void equalJarsAreTheSameCodeAndAChangedOneOfOursIsNot() throws Exception {
    String first = versionOf("a", "x", "y");

    assertThat(first).matches("1\\+[0-9a-f]{8}");
    assertThat(versionOf("b", "x", "y")).isEqualTo(first);
    assertThat(versionOf("c", "changed", "y")).isNotEqualTo(first);
    assertThat(versionOf("d", "x", "someone else's")).isEqualTo(first);
  }

  /** The version of an application like those that Quarkus packages. */
  private String versionOf(String name, String ours, String others) throws Exception {
    Path app = folder.resolve(name);
    Files.createDirectories(app.resolve("app"));
    Files.createDirectories(app.resolve("lib/main"));
    Files.writeString(app.resolve("lib/main/io.mien.mien-networks-1.jar"), ours);
    Files.writeString(app.resolve("lib/main/org.other-2.jar"), others);
    Path jar = app.resolve("app/worker.jar");
    pack(jar);
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      return CodeVersion.of("1", loader.loadClass(Marker.class.getName()));
    }
  }

  private static void pack(Path jar) throws IOException {
    String entry = Marker.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        InputStream in = CodeVersionTest.class.getClassLoader().getResourceAsStream(entry)) {
      JarEntry item = new JarEntry(entry);
      item.setTime(0);
      out.putNextEntry(item);
      in.transferTo(out);
    }
  }

  static final class Marker {}
}
