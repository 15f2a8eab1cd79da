package io.mien.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AuditCommandIT {

  private static final String ID = "0190a000-0000-7000-8000-000000000001";
  private static final String ASKED =
      "GET /v1/audit?limit=50&key=the+night+shift&action=POST+%2Fv1%2Fruns&id=" + ID;

  @RegisterExtension private final OperatedServer mien = new OperatedServer();

  AuditCommandIT() throws IOException {}

  @Test
  void restrictionsAreSentAndEntriesAreShown() {
    mien.answers(ASKED, page());

    int exit =
        mien.execute("audit", "--by", "the night shift", "--action", "POST /v1/runs", "--id", ID);

    assertThat(exit).as(mien.errors()).isZero();
    assertThat(mien.requests()).containsExactly(ASKED);
    assertThat(mien.takePrinted()).contains("the night shift", "POST /v1/runs", "201", ID, "smoke");
  }

  private static String page() {
    return """
        {"items": [{"auditId": "%s", "at": "2026-11-26T10:00:00Z", "keyId": "%s", "keyName": "the night shift",
          "action": "POST /v1/runs", "path": "/v1/runs", "made": "%s", "status": 201, "details": "{\\"preset\\":\\"smoke\\"}"}]}"""
        .formatted(ID, ID, ID);
  }
}
