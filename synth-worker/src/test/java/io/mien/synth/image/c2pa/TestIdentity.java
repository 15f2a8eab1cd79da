package io.mien.synth.image.c2pa;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A signer with an authority of its own, made by the JDK's keytool. */
public final class TestIdentity {

  private static final String PASSWORD = "changeit";

  private final Path folder;
  private final String name;

  private TestIdentity(Path folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  /**
   * Makes both keys and their files.
   *
   * @param folder for files
   * @param name of the files
   * @param key options of keytool for both keys
   */
  public static TestIdentity make(Path folder, String name, String... key) throws Exception {
    return makeFor("emailProtection", folder, name, key);
  }

  static TestIdentity makeFor(String purpose, Path folder, String name, String... key)
      throws Exception {
    TestIdentity identity = new TestIdentity(folder, name);
    identity.keytool("ca", List.of(key), "BC:critical=ca:true", "KU:critical=keyCertSign");
    List<String> signed = new ArrayList<>(List.of(key));
    signed.addAll(List.of("-signer", "ca"));
    identity.keytool(
        "signer", signed, "BC:critical=ca:false", "KU:critical=digitalSignature", "EKU=" + purpose);
    KeyStore store = KeyStore.getInstance(identity.file(".p12").toFile(), PASSWORD.toCharArray());
    identity.write(store);
    return identity;
  }

  /** Signer and authority. */
  public Path certificates() {
    return file(".pem");
  }

  public Path key() {
    return file(".key");
  }

  /** Whom a reader has to trust. */
  Path authority() {
    return file("-ca.pem");
  }

  SigningIdentity read() {
    return PemFiles.read(certificates(), key(), Instant.now());
  }

  private void write(KeyStore store) throws IOException, GeneralSecurityException {
    StringBuilder chain = new StringBuilder();
    for (Certificate certificate : store.getCertificateChain("signer")) {
      chain.append(pem("CERTIFICATE", certificate.getEncoded()));
    }
    Files.writeString(certificates(), chain);
    Files.writeString(authority(), pem("CERTIFICATE", store.getCertificate("ca").getEncoded()));
    Key key = store.getKey("signer", PASSWORD.toCharArray());
    Files.writeString(key(), pem("PRIVATE KEY", key.getEncoded()));
  }

  private static String pem(String what, byte[] der) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(what, text, what);
  }

  private void keytool(String alias, List<String> options, String... extensions) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-keystore",
                file(".p12").toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-dname",
                "O=Mien's tests, CN=" + name + " " + alias));
    command.addAll(options);
    for (String extension : extensions) {
      command.addAll(List.of("-ext", extension));
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("keytool: " + said);
    }
  }

  private Path file(String end) {
    return folder.resolve(name + end);
  }
}
