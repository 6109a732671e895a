package dev.docket.query.audit;

import dev.docket.event.Recorded;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A ticket after some of its events, worked out from their JSON and from nothing of Docket's: what
 * the answer of {@code asOf} is compared with.
 */
final class Ledger {

    private final Map<String, @Nullable Object> ticket = new TreeMap<>();
    private final List<Map<String, @Nullable Object>> conversation = new ArrayList<>();
    private final TreeSet<String> links = new TreeSet<>();
    private final TreeSet<String> watchers = new TreeSet<>();
    private final List<File> files = new ArrayList<>();

    private record File(JsonNode message, JsonNode file) {

        boolean isCalled(JsonNode attachment) {
            return file.path("attachment").asString().equals(attachment.asString());
        }

        String text() {
            return "%s: %s".formatted(message.asString(""), file);
        }
    }

    void add(Recorded recorded, JsonNode data) {
        String at = recorded.occurredAt().toString();
        switch (recorded.type()) {
            case "TicketOpened" -> {
                put("subject", data.path("subject"));
                put("description", data.path("description"));
                put("priority", lower(data.path("priority")));
                classification(data.path("classification"));
                assignment(data.path("assignment"));
                put("requester", data.path("requester"));
                boolean nobody =
                        isAbsent(data.path("assignment").path("team"))
                                && isAbsent(data.path("assignment").path("agent"));
                put("status", nobody ? "new" : "open");
                put("openedAt", at);
            }
            case "SubjectChanged" -> put("subject", data.path("to"));
            case "DescriptionChanged" -> put("description", data.path("to"));
            case "TicketClassified" -> classification(data.path("to"));
            case "PriorityChanged" -> put("priority", lower(data.path("to")));
            case "TicketAssigned" -> {
                assignment(data.path("to"));
                put("status", lower(data.path("status")));
            }
            case "TicketUnassigned" -> {
                ticket.remove("team");
                ticket.remove("agent");
                put("status", lower(data.path("status")));
            }
            case "WorkStarted" -> {
                put("agent", data.path("agent"));
                becomes("in_progress");
            }
            case "ReplyAdded" -> {
                put("status", lower(data.path("status")));
                if (data.path("first").asBoolean()) {
                    put("firstRepliedAt", at);
                }
                message(data, false, data.path("byAgent").asBoolean(), at);
            }
            case "NoteAdded" -> message(data, true, true, at);
            case "MessageRedacted" -> redact(data);
            case "TicketPutOnHold" -> {
                put("status", "pending");
                put("onHoldReason", data.path("reason"));
                put("onHoldUntil", data.path("until"));
            }
            case "TicketResumed", "TicketUnmerged" -> {
                becomes(String.valueOf(lower(data.path("to"))));
                if (recorded.type().equals("TicketUnmerged")) {
                    ticket.remove("mergedInto");
                }
            }
            case "TicketResolved" -> {
                becomes("resolved");
                put("solution", data.path("solution"));
                put("resolvedAt", at);
            }
            case "TicketClosed" -> {
                becomes("closed");
                put("closedAt", at);
            }
            case "TicketReopened" -> {
                becomes("open");
                ticket.keySet().removeAll(List.of("solution", "resolvedAt", "closedAt"));
            }
            case "TicketMerged" -> {
                becomes("merged");
                put("mergedInto", data.path("into"));
            }
            case "TicketLinked" -> links.add(link(data));
            case "TicketUnlinked" -> links.remove(link(data));
            case "AttachmentsAdded" ->
                    data.path("attachments")
                            .valueStream()
                            .forEach(file -> files.add(new File(data.path("message"), file)));
            case "AttachmentRemoved" ->
                    files.removeIf(file -> file.isCalled(data.path("attachment")));
            case "WatcherAdded" -> watchers.add(data.path("watcher").asString());
            case "WatcherRemoved" -> watchers.remove(data.path("watcher").asString());
            default -> {
                // Absorbed, released and split say something of another ticket.
            }
        }
        put("updatedAt", at);
        put("version", recorded.version());
        put("position", recorded.position());
    }

    private void put(String name, @Nullable Object value) {
        if (isAbsent(value)) {
            ticket.remove(name);
        } else {
            ticket.put(name, value instanceof JsonNode node ? node.asString() : value);
        }
    }

    private static String lower(JsonNode constant) {
        return constant.asString().toLowerCase(Locale.ROOT);
    }

    private void becomes(String status) {
        put("status", status);
        ticket.keySet().removeAll(List.of("onHoldReason", "onHoldUntil"));
    }

    private void classification(JsonNode to) {
        put("type", lower(to.path("type")));
        put("category", to.path("category"));
        put("tags", to.path("tags").valueStream().map(JsonNode::asString).sorted().toList());
    }

    private void assignment(JsonNode to) {
        put("team", to.path("team"));
        put("agent", to.path("agent"));
    }

    private static String link(JsonNode data) {
        return lower(data.path("kind")) + " " + data.path("other").asString();
    }

    private void message(JsonNode data, boolean note, boolean byAgent, String at) {
        Map<String, @Nullable Object> message = new TreeMap<>();
        message.put("id", data.path("message").asString());
        message.put("note", note);
        message.put("byAgent", byAgent);
        message.put("author", data.path("author").asString());
        message.put("body", data.path("body").asString());
        message.put("writtenAt", at);
        conversation.add(message);
    }

    private void redact(JsonNode data) {
        files.removeIf(file -> file.message().asString("").equals(data.path("message").asString()));
        for (Map<String, @Nullable Object> message : conversation) {
            if (data.path("message").asString().equals(message.get("id"))) {
                message.remove("body");
                message.put("redaction", data.path("reason").asString());
            }
        }
    }

    /** In the form that {@link #of} gives to an answer. */
    String text() {
        Map<String, @Nullable Object> all = new TreeMap<>(ticket);
        all.put("conversation", conversation);
        all.put("attachments", files.stream().map(File::text).toList());
        all.put("links", links);
        all.put("watchers", watchers);
        return JsonMapper.builder().build().writeValueAsString(all);
    }

    /** An answer, without what it says of the ticket's birth and without absent values. */
    static String of(JsonNode answer) {
        Map<String, @Nullable Object> all = new TreeMap<>();
        answer.properties().forEach(property -> add(all, property.getKey(), property.getValue()));
        all.keySet().removeAll(List.of("id", "number", "splitFrom"));
        return JsonMapper.builder().build().writeValueAsString(all);
    }

    private static void add(Map<String, @Nullable Object> all, String name, JsonNode value) {
        switch (name) {
            case "links" ->
                    all.put(
                            name,
                            sorted(
                                    value.valueStream()
                                            .map(link ->
                                                    link.path("kind").asString()
                                                            + " "
                                                            + link.path("ticket").asString())
                                            .toList()));
            case "tags", "watchers" ->
                    all.put(name, sorted(value.valueStream().map(JsonNode::asString).toList()));
            case "attachments" ->
                    all.put(
                            name,
                            value.valueStream()
                                    .map(file -> new File(file.path("message"), file.path("file")))
                                    .map(File::text)
                                    .toList());
            case "conversation" ->
                    all.put(
                            name,
                            value.valueStream()
                                    .map(message -> {
                                        Map<String, @Nullable Object> present = new TreeMap<>();
                                        message.properties()
                                                .forEach(
                                                        p -> present.put(p.getKey(), p.getValue()));
                                        present.values().removeIf(Ledger::isAbsent);
                                        return present;
                                    })
                                    .toList());
            default -> {
                if (!isAbsent(value)) {
                    all.put(name, value);
                }
            }
        }
    }

    private static boolean isAbsent(@Nullable Object value) {
        return value == null
                || (value instanceof JsonNode node && (node.isNull() || node.isMissingNode()));
    }

    private static List<String> sorted(Collection<String> values) {
        return values.stream().sorted().toList();
    }
}
