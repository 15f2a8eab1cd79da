package io.mien.orchestrator.webhook.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.contracts.failure.InvalidInput;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TargetsTest {

  private static final URI HOOK = URI.create("https://hooks.test/in");
  private static final Set<Allowance> NONE = Set.of();

  /** What each look-up answers, one after the other. */
  private final Deque<List<InetAddress>> answers = new ArrayDeque<>();

  private final Targets strict = new Targets(host -> answers.removeFirst(), NONE);

  @Test
  void everySpecialAddressIsRefused() throws Exception {
    for (String special :
        List.of(
            "127.0.0.1",
            "127.255.0.9",
            "0.0.0.0",
            "10.1.2.3",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.0.10",
            "169.254.169.254",
            "100.100.100.200",
            "192.0.0.8",
            "198.18.0.1",
            "203.0.113.7",
            "224.0.0.1",
            "239.255.255.255",
            "255.255.255.255",
            "::",
            "::1",
            "fe80::1",
            "fec0::1",
            "fc00::1",
            "fd00:ec2::254",
            "ff02::1",
            "::ffff:127.0.0.1",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2001::1",
            "2001:db8::1")) {
      answers.add(List.of(address(special)));
      assertRefused(strict, HOOK, "webhook-address-refused");
    }
  }

  @Test
  void addressesOfTheInternetAreTaken() throws Exception {
    for (String common :
        List.of(
            "1.1.1.1",
            "9.255.255.255",
            "11.0.0.1",
            "100.63.255.255",
            "100.128.0.1",
            "172.15.255.255",
            "172.32.0.1",
            "192.167.255.255",
            "223.255.255.255",
            "2606:4700::1111",
            "2001:4860:4860::8888")) {
      answers.add(List.of(address(common)));
      assertThat(strict.resolve(HOOK, 0).address()).isEqualTo(address(common));
    }
  }

  @Test
  void nameThatBecomesPrivateIsRefusedWhenItIsUsed() throws Exception {
    answers.add(List.of(address("1.1.1.1")));
    answers.add(List.of(address("127.0.0.1")));

    assertThat(strict.resolve(HOOK, 0).address()).isEqualTo(address("1.1.1.1"));
    assertRefused(strict, HOOK, "webhook-address-refused");
  }

  @Test
  void attemptsTakeThePublicAddressesInTurnAndNoOther() throws Exception {
    for (int turn = 0; turn < 4; turn++) {
      answers.add(List.of(address("10.0.0.1"), address("1.1.1.1"), address("2606:4700::1111")));
      assertThat(strict.resolve(HOOK, turn).address())
          .isEqualTo(address(turn % 2 == 0 ? "1.1.1.1" : "2606:4700::1111"));
    }
  }

  @Test
  void addressesInTheUrlItselfAreNoWayAround() {
    Targets targets = new Targets(Resolver.ofThisMachine(), NONE);

    assertRefused(targets, URI.create("https://127.0.0.1/x"), "webhook-address-refused");
    assertRefused(targets, URI.create("https://2130706433/x"), "webhook-address-refused");
    assertRefused(targets, URI.create("https://[::1]:9/x"), "webhook-address-refused");
    assertRefused(targets, URI.create("https://[::ffff:10.0.0.1]/x"), "webhook-address-refused");
  }

  @Test
  void urlsThatAreNotForWebhooksAreRefused() {
    for (String url :
        List.of(
            "ftp://hooks.test/in",
            "file:///etc/passwd",
            "hooks.test/in",
            "https:///in",
            "https://user:pass@hooks.test/in",
            "https://hooks.test/in#part",
            "https://hooks.test:0/in",
            "https://hooks.test:70000/in",
            "https://hooks.test/" + "x".repeat(2000),
            "http://hooks.test/in")) {
      assertRefused(strict, URI.create(url), "webhook-url-invalid");
    }
  }

  @Test
  void plainHttpIsForThoseWhoAllowIt() throws Exception {
    URI plain = URI.create("http://hooks.test");
    Targets http = new Targets(host -> answers.removeFirst(), EnumSet.of(Allowance.PLAIN_HTTP));
    Targets local =
        new Targets(host -> answers.removeFirst(), EnumSet.of(Allowance.PRIVATE_ADDRESSES));

    answers.add(List.of(address("1.1.1.1")));
    assertThat(http.resolve(plain, 0).port()).isEqualTo(80);
    answers.add(List.of(address("127.0.0.1")));
    assertRefused(http, plain, "webhook-address-refused");
    answers.add(List.of(address("127.0.0.1")));
    assertThat(local.resolve(plain, 0).resource()).isEqualTo("/");
  }

  @Test
  void hostWithoutAnAddressIsSaidToHaveNone() {
    Targets targets =
        new Targets(
            host -> {
              throw new UnknownHostException(host);
            },
            NONE);

    assertRefused(targets, HOOK, "webhook-host-unknown");
  }

  private static void assertRefused(Targets targets, URI url, String code) {
    assertThatThrownBy(() -> targets.resolve(url, 0))
        .as("%s", url)
        .isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static InetAddress address(String literal) throws UnknownHostException {
    return InetAddress.getAllByName(literal)[0];
  }
}
