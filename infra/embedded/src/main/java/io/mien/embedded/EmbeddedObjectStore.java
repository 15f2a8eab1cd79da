package io.mien.embedded;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.util.concurrent.TimeoutException;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An S3 server over a directory. It knows multipart uploads, ranges, presigned links and
 * conditional puts; no tags, versions, lifecycle rules or notifications. Keys are files: never both
 * {@code a} and {@code a/b}, no {@code //}.
 */
public final class EmbeddedObjectStore implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedObjectStore.class);
  private static final String NAME = "the object store";
  private static final long DRAIN_MS = 2_000;

  private final S3Proxy server;
  private final Credentials credentials;

  private EmbeddedObjectStore(S3Proxy server, Credentials credentials) {
    this.server = server;
    this.credentials = credentials;
  }

  /** Creates the directory if it is new, starts the server and returns when clients can connect. */
  public static EmbeddedObjectStore start(EmbeddedObjectStoreConfig config) {
    int port = ListenPort.claim(NAME, config.port());
    S3Proxy server = configure(config, port);
    try {
      server.start();
    } catch (BindException e) {
      throw ListenPort.inUse(NAME, port, e);
    } catch (Exception e) {
      throw new EmbeddedServerException(
          "Cannot start the object store on port "
              + port
              + " with its objects in "
              + config.directory()
              + ": "
              + e.getMessage(),
          e);
    }
    LOG.info("The object store listens on {}:{}", ListenPort.HOST, server.getPort());
    return new EmbeddedObjectStore(server, config.credentials());
  }

  public URI endpoint() {
    return URI.create("http://" + ListenPort.HOST + ":" + port());
  }

  public int port() {
    return server.getPort();
  }

  public Credentials credentials() {
    return credentials;
  }

  /** Lets running transfers finish for two seconds, then frees the port. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (TimeoutException e) {
      // The server is down all the same; a client kept an idle connection open
      LOG.debug("Closed connections of the object store after {} ms", DRAIN_MS);
    } catch (Exception e) {
      throw new EmbeddedServerException(
          "Cannot stop the object store at " + endpoint() + ": " + e.getMessage(), e);
    }
  }

  private static S3Proxy configure(EmbeddedObjectStoreConfig config, int port) {
    try {
      Files.createDirectories(config.directory());
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "Cannot create " + config.directory() + " for objects. Check that it is writable.", e);
    }
    return S3Proxy.builder()
        .blobStore(new FilesystemNio2BlobStore(config.directory().toString()))
        .endpoint(URI.create("http://" + ListenPort.HOST + ":" + port))
        .awsAuthentication(
            AuthenticationType.AWS_V4, config.credentials().name(), config.credentials().secret())
        .stopTimeout(DRAIN_MS)
        .build();
  }
}
