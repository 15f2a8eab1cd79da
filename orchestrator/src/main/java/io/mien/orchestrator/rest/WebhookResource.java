package io.mien.orchestrator.rest;

import io.mien.contracts.id.DeliveryId;
import io.mien.contracts.id.Uuid7;
import io.mien.contracts.id.WebhookId;
import io.mien.contracts.rest.DeliveryView;
import io.mien.contracts.rest.Page;
import io.mien.contracts.rest.RedriveView;
import io.mien.contracts.rest.WebhookRequest;
import io.mien.contracts.rest.WebhookView;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Json;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.idempotency.JdbcIdempotencyKeys;
import io.mien.orchestrator.key.Role;
import io.mien.orchestrator.webhook.JdbcDeliveryRepository;
import io.mien.orchestrator.webhook.JdbcWebhookRepository;
import io.mien.orchestrator.webhook.Webhooks;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Endpoints of other programs that events are posted to, and what was posted to them. */
@Path("/v1/webhooks")
@RolesAllowed(Role.OPERATOR_NAME)
public class WebhookResource {

  private final Database database;
  private final JdbcWebhookRepository webhooks;
  private final JdbcDeliveryRepository deliveries;
  private final JdbcIdempotencyKeys idempotency;
  private final Webhooks actions;
  private final Uuid7 ids;
  private final Clock clock;

  public WebhookResource(
      Database database, Repositories repositories, Webhooks actions, Uuid7 ids, Clock clock) {
    this.database = database;
    this.webhooks = repositories.webhooks();
    this.deliveries = repositories.deliveries();
    this.idempotency = repositories.idempotency();
    this.actions = actions;
    this.ids = ids;
    this.clock = clock;
  }

  /** What this resource reads. */
  public record Repositories(
      JdbcWebhookRepository webhooks,
      JdbcDeliveryRepository deliveries,
      JdbcIdempotencyKeys idempotency) {}

  @POST
  @Operation(
      operationId = "registerWebhook",
      summary = "Registers an endpoint that events are posted to; the answer alone has its secret")
  @APIResponse(responseCode = "201", description = "Created")
  public RestResponse<WebhookView> register(WebhookRequest request, @BeanParam Post post) {
    Fields.required(Fields.required(request, "body").url(), "url");
    actions.check(request);
    WebhookId fresh = new WebhookId(ids.next());
    JdbcIdempotencyKeys.Request once = post.request("POST /v1/webhooks", Json.write(request));
    WebhookView view =
        database.transact(
            tx -> {
              Optional<UUID> earlier = idempotency.earlier(tx, once, fresh.value());
              if (earlier.isEmpty()) {
                actions.register(tx, fresh, request);
              }
              return withSecret(tx, earlier.map(WebhookId::new).orElse(fresh));
            });
    return RestResponse.ResponseBuilder.<WebhookView>create(201)
        .location(URI.create("/v1/webhooks/" + view.webhookId()))
        .entity(view)
        .build();
  }

  @GET
  @Operation(
      operationId = "listWebhooks",
      summary = "Endpoints that events are posted to, newest first")
  public Page<WebhookView> list(@BeanParam PageRequest page) {
    return page.page(
        database.transact(tx -> webhooks.page(tx, page.afterId(), page.fetch())),
        WebhookView::webhookId);
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getWebhook", summary = "An endpoint that events are posted to")
  public WebhookView get(@RestPath WebhookId id) {
    return database.transact(tx -> require(tx, id));
  }

  @DELETE
  @Path("/{id}")
  @Operation(operationId = "removeWebhook", summary = "Removes an endpoint with all its deliveries")
  public void remove(@RestPath WebhookId id) {
    if (!database.transact(tx -> actions.remove(tx, id))) {
      throw RestProblem.notFound("webhook", id);
    }
  }

  @POST
  @Path("/{id}/test")
  @Operation(operationId = "testWebhook", summary = "Sends a webhook.test")
  @APIResponse(responseCode = "202", description = "Accepted")
  public RestResponse<DeliveryView> test(@RestPath WebhookId id, @BeanParam Post post) {
    DeliveryId fresh = new DeliveryId(ids.next());
    JdbcIdempotencyKeys.Request once = post.request("POST /v1/webhooks/" + id + "/test", "");
    DeliveryView view =
        database.transact(
            tx -> {
              WebhookView webhook = require(tx, id);
              Optional<UUID> earlier = idempotency.earlier(tx, once, fresh.value());
              if (earlier.isEmpty()) {
                actions.test(tx, webhook, fresh, clock.instant());
              }
              return require(tx, id, earlier.map(DeliveryId::new).orElse(fresh));
            });
    return RestResponse.status(RestResponse.Status.ACCEPTED, view);
  }

  @POST
  @Path("/{id}/enable")
  @Operation(
      operationId = "enableWebhook",
      summary = "Lets it get events again, at once; may be said twice")
  public WebhookView enable(@RestPath WebhookId id) {
    return database.transact(
        tx -> {
          actions.enable(tx, id);
          return require(tx, id);
        });
  }

  @POST
  @Path("/{id}/disable")
  @Operation(operationId = "disableWebhook", summary = "Lets it get no events; may be said twice")
  public WebhookView disable(@RestPath WebhookId id) {
    return database.transact(
        tx -> {
          actions.disable(tx, id);
          return require(tx, id);
        });
  }

  @POST
  @Path("/{id}/rotate")
  @Operation(
      operationId = "rotateWebhookSecret",
      summary =
          "Makes a new secret; the answer alone has it, and the old one is valid for another day")
  public WebhookView rotate(@RestPath WebhookId id, @BeanParam Post post) {
    JdbcIdempotencyKeys.Request once = post.request("POST /v1/webhooks/" + id + "/rotate", "");
    return database.transact(
        tx -> {
          require(tx, id);
          if (idempotency.earlier(tx, once, id.value()).isEmpty()) {
            actions.rotate(tx, id);
          }
          return withSecret(tx, id);
        });
  }

  @GET
  @Path("/{id}/deliveries")
  @Operation(
      operationId = "listDeliveries",
      summary = "What was posted to an endpoint, newest first")
  public Page<DeliveryView> deliveries(
      @RestPath WebhookId id,
      @RestQuery DeliveryView.@Nullable State state,
      @BeanParam PageRequest page) {
    return page.page(
        database.transact(
            tx -> {
              require(tx, id);
              return deliveries.page(tx, id, state, page.afterId(), page.fetch());
            }),
        DeliveryView::deliveryId);
  }

  @GET
  @Path("/{id}/deliveries/{delivery}")
  @Operation(operationId = "getDelivery", summary = "A delivery, with what is sent")
  public DeliveryView delivery(@RestPath WebhookId id, @RestPath DeliveryId delivery) {
    return database.transact(tx -> require(tx, id, delivery));
  }

  @POST
  @Path("/{id}/deliveries/{delivery}/redrive")
  @Operation(operationId = "redriveDelivery", summary = "Tries a dead delivery anew")
  public DeliveryView redrive(
      @RestPath WebhookId id, @RestPath DeliveryId delivery, @BeanParam Post post) {
    JdbcIdempotencyKeys.Request once =
        post.request("POST /v1/webhooks/" + id + "/deliveries/" + delivery + "/redrive", "");
    return database.transact(
        tx -> {
          DeliveryView found = require(tx, id, delivery);
          if (idempotency.earlier(tx, once, delivery.value()).isEmpty()) {
            actions.redrive(tx, id, found);
          }
          return require(tx, id, delivery);
        });
  }

  @POST
  @Path("/{id}/redrive")
  @Operation(
      operationId = "redriveDeliveries",
      summary = "Tries all dead deliveries of an endpoint anew",
      description = "Said twice, it finds none the second time.")
  public RedriveView redriveAll(@RestPath WebhookId id) {
    return database.transact(
        tx -> {
          require(tx, id);
          return new RedriveView(actions.redrive(tx, id, null));
        });
  }

  private WebhookView withSecret(Transaction tx, WebhookId id) {
    return require(tx, id).withSecret(actions.secret(tx, id));
  }

  private WebhookView require(Transaction tx, WebhookId id) {
    return webhooks.find(tx, id).orElseThrow(() -> RestProblem.notFound("webhook", id));
  }

  private DeliveryView require(Transaction tx, WebhookId id, DeliveryId delivery) {
    return deliveries
        .find(tx, id, delivery)
        .orElseThrow(() -> RestProblem.notFound("delivery", delivery));
  }
}
