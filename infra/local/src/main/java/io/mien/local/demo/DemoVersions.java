package io.mien.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The versions that a report was made with: those of the build, of the JVM and of the machine. */
final class DemoVersions {

  private DemoVersions() {}

  static Map<String, String> current(String device) {
    Properties build = new Properties();
    try (InputStream in = DemoVersions.class.getResourceAsStream("versions.properties")) {
      build.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> versions = new TreeMap<>();
    build.forEach((name, version) -> versions.put(name.toString(), version.toString()));
    versions.put("java", Runtime.version().toString());
    versions.put(
        "os",
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch"));
    versions.put("device", device);
    versions.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
    return versions;
  }
}
