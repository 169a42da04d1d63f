import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import io.sapl.api.interpreter.Val;
import io.sapl.api.pdp.AuthorizationSubscription;
import io.sapl.api.pdp.Decision;
import io.sapl.api.pdp.PolicyDecisionPoint;
import io.sapl.interpreter.combinators.PolicyDocumentCombiningAlgorithm;
import io.sapl.pdp.PolicyDecisionPointFactory;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * SAPL, its decision point in the same process; see ../run.py for what it reads and prints. A gate is a policy set whose
 * first applicable policy decides; each has a decision point of its own. (Prohibitions that override, each a document that
 * says itself that no permission before it holds, took ten times as long.)
 */
final class Peer {
  private static final List<String> GATES = List.of("secrecy", "data_protection", "mandate");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final OperatingSystemMXBean MACHINE = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private static String literal(Map.Entry<String, JsonNode> fact) {
    final var values = fact.getValue();
    return "subject." + fact.getKey() + (values.size() == 1 ? " == " + values.get(0) : " in " + values);
  }

  private static String policySet(String gate, JsonNode rules) {
    final var text = new StringBuilder("set \"" + gate + "\"\nfirst-applicable\n");
    for (final var rule : rules) {
      var place = 0;
      for (final var cube : rule.get("cubes")) {
        final var tests = new ArrayList<String>();
        cube.fields().forEachRemaining(fact -> tests.add(literal(fact)));
        text.append("policy \"").append(rule.get("id").asText()).append('/').append(place++).append("\"\n")
            .append(rule.get("lifts").asBoolean() ? "permit" : "deny")
            .append(" where ").append(String.join("; ", tests)).append(";\n");
      }
    }
    return text.toString();
  }

  private static PolicyDecisionPoint decisionPoint(String gate, JsonNode rules) {
    try {
      return PolicyDecisionPointFactory.fixedInRamPolicyDecisionPoint(List.of(policySet(gate, rules)),
          PolicyDocumentCombiningAlgorithm.DENY_UNLESS_PERMIT, Map.<String, Val>of());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean flows(List<PolicyDecisionPoint> points, AuthorizationSubscription request) {
    for (final var point : points)
      if (point.decideOnce(request).block().getDecision() != Decision.PERMIT) return false;
    return true;
  }

  private static double pass(List<PolicyDecisionPoint> points, List<AuthorizationSubscription> requests) {
    final var start = MACHINE.getProcessCpuTime();
    for (final var request : requests) flows(points, request);
    return (MACHINE.getProcessCpuTime() - start) / (double) requests.size();
  }

  public static void main(String[] words) throws Exception {
    final var rules = JSON.readTree(Path.of(words[0]).toFile()).get("gates");
    final var points = GATES.stream().map(gate -> decisionPoint(gate, rules.get(gate))).toList();
    final var requests = new ArrayList<AuthorizationSubscription>();
    for (final var request : JSON.readTree(Path.of(words[1]).toFile()))
      requests.add(AuthorizationSubscription.of(request, "decide", "record"));

    final var answers = new StringBuilder();
    for (final var request : requests) answers.append(flows(points, request) ? '1' : '0');
    final var passes = new ArrayList<Double>();
    final long second = 1_000_000_000L;
    for (final var begin = System.nanoTime(); System.nanoTime() - begin < 5 * second; ) pass(points, requests);
    for (final var begin = System.nanoTime(); passes.size() < 3 || System.nanoTime() - begin < 2 * second; )
      passes.add(pass(points, requests));
    System.out.println(JSON.writeValueAsString(
        Map.of("engine", "SAPL 3.0.0 (Java)", "answers", answers.toString(), "passes", passes, "rules", "none")));
    System.exit(0);
  }
}
