package dev.docket.benchmark.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * One word in three gets one slip: two letters swapped, one left out, one replaced or one too many.
 * Each letter of a word is as likely to be hit as any other, the first one too; letters that come
 * in are from the same question.
 */
final class Typos implements Rule {

    private static final int ONE_WORD_IN = 3;
    private static final int SLIPS = 4;

    @Override
    public Optional<List<String>> apply(Task task, RandomGenerator random) {
        List<String> words = new ArrayList<>(task.words());
        List<Integer> telling = task.script().telling(words);
        Collections.shuffle(telling, Random.from(random));
        int[] letters = task.text().codePoints().filter(Character::isLetter).toArray();
        int slips = Math.max(1, (words.size() + 1) / ONE_WORD_IN);
        for (int at : telling.subList(0, Math.min(slips, telling.size()))) {
            words.set(at, misspelt(words.get(at), letters, random));
        }
        return Optional.of(words);
    }

    private static String misspelt(String word, int[] letters, RandomGenerator random) {
        String slipped = word;
        while (slipped.equals(word)) {
            int letter = letters[random.nextInt(letters.length)];
            slipped = slip(word.codePoints().toArray(), letter, random);
        }
        return slipped;
    }

    private static String slip(int[] was, int letter, RandomGenerator random) {
        int at = random.nextInt(was.length);
        String before = new String(was, 0, at);
        String here = Character.toString(was[at]);
        String after = new String(was, at + 1, was.length - at - 1);
        String other = Character.toString(letter);
        return switch (random.nextInt(SLIPS)) {
            case 0 -> before + swapped(here, after);
            case 1 -> before + after;
            case 2 -> before + other + after;
            default -> before + other + here + after;
        };
    }

    private static String swapped(String here, String after) {
        if (after.isEmpty()) {
            return here;
        }
        int next = after.offsetByCodePoints(0, 1);
        return after.substring(0, next) + here + after.substring(next);
    }
}
