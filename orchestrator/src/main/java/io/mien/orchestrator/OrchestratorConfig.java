package io.mien.orchestrator;

import io.mien.contracts.terms.MinorsRule;
import io.mien.contracts.terms.Purpose;
import io.mien.contracts.terms.Requirement;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Everything that can be set; each key is also an environment variable, {@code
 * MIEN_KAFKA_BOOTSTRAP_SERVERS} and so on.
 */
@ConfigMapping(prefix = "mien")
public interface OrchestratorConfig {

  Kafka kafka();

  Store store();

  Database database();

  Orchestrator orchestrator();

  Sources sources();

  /** Where in the object store datasets may come from; the ingest workers have the same key. */
  interface Sources {

    /**
     * Buckets, by their whole names and separated by commas, beside {@code uploads/} in our bucket
     * of datasets. Whoever may register a dataset can read all of them.
     */
    Optional<List<String>> buckets();
  }

  Policy policy();

  Retention retention();

  Webhooks webhooks();

  Audit audit();

  /** The broker. */
  interface Kafka {

    /** Where it listens: {@code host:port}, several separated by commas. */
    @WithDefault("127.0.0.1:19092")
    String bootstrapServers();

    /** Partitions of topics that are created. */
    @WithDefault("3")
    int partitions();
  }

  /** The object store. */
  interface Store {

    /** Its URL. */
    @WithDefault("http://127.0.0.1:19000")
    URI endpoint();

    /** Name of the account. */
    String accessKey();

    /** Secret of the account. */
    String secretKey();

    /** First part of every bucket's name. */
    @WithDefault("mien")
    String namespace();

    /** Its URL for people who upload; the same when absent. */
    Optional<URI> publicEndpoint();

    /** Region that links are signed for; most stores but Amazon's have this one. */
    @WithDefault("us-east-1")
    String region();
  }

  /** PostgreSQL. */
  interface Database {

    /** JDBC URL. */
    @WithDefault("jdbc:postgresql://127.0.0.1:15432/mien")
    String url();

    /** Role that owns the schema. */
    @WithDefault("mien")
    String user();

    /** Its password. */
    String password();
  }

  /** What runs may use; each is checked before a run starts and again once its data is known. */
  interface Policy {

    /** What runs are for that do not say it, and photos, faces and exports always. */
    @WithDefault("research")
    Purpose purpose();

    /** Runs on pictures of children: allowed, only when a run includes them explicitly, refused. */
    @WithDefault("explicit")
    MinorsRule minors();

    /** Whether commercial runs require data whose terms allow it; else unknown terms do too. */
    @WithDefault("required")
    Requirement commercialUse();

    /** Whether every dataset needs a reference to the consent of the people it shows. */
    @WithDefault("optional")
    Requirement consent();
  }

  /** What is kept for how long; an empty value keeps for ever. */
  interface Retention {

    /** Runs that succeeded, from their end on, with all that they made. */
    Optional<Duration> succeeded();

    /** Runs that failed. */
    @WithDefault("30D")
    Optional<Duration> failed();

    /** Runs that were cancelled. */
    @WithDefault("7D")
    Optional<Duration> cancelled();

    /** Runs about one photo, and the photo, however they ended. */
    @WithDefault("30D")
    Optional<Duration> expressions();

    /** Whole uploads that no dataset has as its source. */
    @WithDefault("30D")
    Duration unusedUploads();

    /** How long items of bulk syntheses are found again; their images have their runs' time. */
    @WithDefault("30D")
    Duration madeItems();

    /** Events; a part of about a month is dropped once all of it is older. */
    @WithDefault("400D")
    Optional<Duration> history();

    /** Age before which no object is deleted that seems to belong to nobody. */
    @WithDefault("1D")
    Duration grace();

    /** Pause between two searches through the buckets for objects that belong to nobody. */
    @WithDefault("1H")
    Duration searchEvery();

    /** How often runs are looked for whose time is over, and parts of a search are done. */
    @WithDefault("1M")
    Duration lookEvery();
  }

  /** Endpoints of other programs that events are posted to. */
  interface Webhooks {

    /** Whether they may lead to loopback, private, link-local and metadata addresses. */
    @WithDefault("false")
    boolean allowPrivate();

    /** Whether they may be plain http; where private addresses are allowed they always may. */
    @WithDefault("false")
    boolean allowHttp();

    /** How long connecting may take. */
    @WithDefault("5S")
    Duration connectTimeout();

    /** How long an attempt may take as a whole; at most half the lease. */
    @WithDefault("15S")
    Duration timeout();

    /** How long an attempt is left to the replica that makes it, which may have died meanwhile. */
    @WithDefault("60S")
    Duration lease();

    /** Attempts that a replica has under way. */
    @WithDefault("16")
    int atOnce();

    /** Attempts that all replicas together have under way to one endpoint. */
    @WithDefault("4")
    int atOncePerEndpoint();

    /** How long a delivery is tried before it is dead. */
    @WithDefault("24H")
    Duration tryFor();

    /**
     * Failures in a row after which an endpoint gets one attempt at a time, to see if it is back.
     */
    @WithDefault("5")
    int failuresToOpen();

    /** How long after those the first of these attempts is made; doubles with each failure. */
    @WithDefault("30S")
    Duration firstProbe();

    /** The longest wait for one of these attempts. */
    @WithDefault("30M")
    Duration longestProbe();

    /** How long deliveries are kept that were made. */
    @WithDefault("7D")
    Duration keepDelivered();

    /** How long deliveries are kept that are dead. */
    @WithDefault("30D")
    Duration keepDead();

    /** How often events are collected, and what is due is sent. */
    @WithDefault("0.5S")
    Duration sendEvery();

    /** How often old deliveries are looked for. */
    @WithDefault("1M")
    Duration sweepEvery();
  }

  /** Who changed what. */
  interface Audit {

    /** How long entries are kept. */
    @WithDefault("365D")
    Duration keep();

    /** How often entries are looked for that are older. */
    @WithDefault("10M")
    Duration sweepEvery();
  }

  /** What only the orchestrator knows. */
  interface Orchestrator {

    /**
     * Admin key of a database that has no key yet; made and printed once when absent. Also {@code
     * MIEN_FIRST_KEY}.
     */
    Optional<String> firstKey();

    /** How long a browser stays signed in. */
    @WithDefault("12H")
    Duration sessionLength();

    /** How long an attempt may go without a heartbeat before it is given to another worker. */
    @WithDefault("60S")
    Duration lease();

    /** How often workers report on an attempt; at most half the lease. */
    @WithDefault("10S")
    Duration heartbeatEvery();

    /** How long an offer waits for a worker before it is made anew. */
    @WithDefault("30S")
    Duration offerTimeout();

    /**
     * Slots of ingest and of synth workers that are kept for photos of people who wait, where there
     * are more slots than that.
     */
    @WithDefault("1")
    int onDemandSlots();

    /** Silence after which nothing more is offered for a worker's slots. */
    @WithDefault("20S")
    Duration workerLostAfter();

    /** Attempts of a task that may fail through the work itself. */
    @WithDefault("3")
    int failureBudget();

    /** Attempts of a task that may be lost without its fault. */
    @WithDefault("20")
    int interruptionBudget();

    /**
     * Attempts in a row that may be lost together with workers that ran nothing else, without a new
     * training state; more suggest that the task brings them down.
     */
    @WithDefault("5")
    int crashBudget();

    /**
     * Threads that take in what workers report; they share the partitions of Kafka's topics, so
     * more than these are idle.
     */
    @WithDefault("2")
    int reportReaders();

    /** Whether a step takes the result of an earlier one that did the same with the same code. */
    @WithDefault("true")
    boolean reuseSteps();

    /** Longest wait after the first failure; doubles with each further one. */
    @WithDefault("10S")
    Duration firstBackoff();

    /** Longest wait after any failure. */
    @WithDefault("10M")
    Duration longestBackoff();

    /** How often the queue is looked at when nothing signals that it changed. */
    @WithDefault("0.25S")
    Duration dispatchEvery();

    /** How often the outbox is looked at when nothing signals that it changed. */
    @WithDefault("0.25S")
    Duration publishEvery();

    /** How often expired leases and offers and silent workers are looked for. */
    @WithDefault("1S")
    Duration reapEvery();

    /** How long an upload is kept while no more of it comes. */
    @WithDefault("7D")
    Duration uploadExpiry();

    /** How often uploads are looked for that are too old. */
    @WithDefault("1M")
    Duration expireUploadsEvery();

    /** How often schedules are looked for whose time has come. */
    @WithDefault("5S")
    Duration schedulesEvery();

    /** Whose work syntheses are that events ask for: the id of an API key. */
    @WithDefault("events")
    String requestsClient();

    /** Most syntheses at once that events have asked for; more requests wait in Kafka. */
    @WithDefault("100")
    int mostOpenRequests();

    /** How often it is looked whether such a synthesis has ended. */
    @WithDefault("0.5S")
    Duration answersEvery();

    /** How often it is checked that PostgreSQL, Kafka and the object store answer. */
    @WithDefault("3S")
    Duration checkEvery();

    /** Silence after which an event stream gets a comment line, so that it stays open. */
    @WithDefault("10S")
    Duration keepAliveEvery();
  }
}
