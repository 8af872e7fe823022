import { bullets, emptyTable, tasks } from "#content/blocks.ts";
import type { GuidingQuestions } from "./questions.ts";

export const guidingQuestionsEn: GuidingQuestions = {
  need: {
    intro:
      "Take your time to look closely before you choose anything. Write briefly what you see; it need not be right yet, and it may still change.",
    questions: {
      "whose-need": {
        question: "Whose need is it?",
        help: "What pupils need, how we support them, or what we as a team still want to know?",
      },
      "what-we-see": {
        question: "What do we see in class?",
        help: "Describe what you see and hear without explaining it yet. Count where you can, and never write a pupil’s name.",
        place: bullets(""),
      },
      "what-drives-us": {
        question: "Why do we want to do something about it?",
        help: "What will be better, for whom, and why now?",
      },
      "possible-causes": {
        question: "Which causes within our reach may play a part?",
        help: "Add how you can find out whether it is true. Let go of a cause you can do nothing about.",
        place: emptyTable("Possible cause", "How do we find out?"),
      },
      goal: {
        question: "What do we want to achieve?",
        help: "For whom, what, how much and by when? Choose something you will really be able to see.",
      },
      "inquiry-question": {
        question: "What is our inquiry question?",
        help: "One sentence that you can answer honestly a few months from now.",
      },
    },
  },
  sources: {
    intro:
      "Put side by side what you know yourselves, what your data say and what research says. Three good sources are worth more than ten half ones.",
    questions: {
      "own-experience": {
        question: "What do we know from our own experience?",
        help: "What worked before or with a colleague, and what did we try without success?",
        place: bullets(""),
      },
      "own-data": {
        question: "What do our own data say?",
        help: "Tests, observations, a short survey: write counts, and say how many pupils they are about.",
      },
      research: {
        question: "What does research say?",
        help: "Link a strand of the toolkit and write in your own words what you take from it for your class.",
      },
      "not-yet-heard": {
        question: "Whom have we not heard yet?",
        help: "Colleagues, pupils, parents, partners: who sees something that we do not?",
      },
      "how-much-trust": {
        question: "How much trust does each source deserve?",
        help: "Does it fit our pupils, is it recent, is it clear, and do sources contradict each other?",
        place: emptyTable("Source", "What we take from it", "What we are careful about"),
      },
      "our-choice": {
        question: "What do we choose, and why?",
        help: "Write down what you did not choose, too. Whoever reads this later wants to know what you knew then.",
      },
    },
  },
  implement: {
    intro:
      "Start small and agree what you will look out for. What goes differently from what you thought is not a mistake but information.",
    questions: {
      "active-ingredients": {
        question: "What are the active ingredients?",
        help: "What must not be dropped, not even in a busy week?",
        place: bullets(""),
      },
      "sign-in-class": {
        question: "What is the sign in class?",
        help: "If somebody watches for ten minutes: what would they see pupils and teacher do?",
      },
      activities: {
        question: "Who does what, and when?",
        help: "Small steps with a name and a date keep it doable.",
        place: tasks(""),
      },
      support: {
        question: "What do we need for it?",
        help: "Time, material, a visit to a class, a colleague who shows how: what has to be in place first?",
      },
      "predict-and-observe": {
        question: "What do we expect, and what do we see afterwards?",
        help: "Write down your expectation before you try it. That is how you surprise yourself honestly.",
        place: emptyTable("What we try out", "What we expect", "What we saw"),
      },
      adjustments: {
        question: "What do we adjust, and why?",
        help: "Note what you do differently from the plan, with the reason.",
        place: bullets(""),
      },
    },
  },
  evaluate: {
    intro:
      "Look back together on what changed and on what you can say about it. Stop, adapt or keep: each decision is a good one when you can explain it.",
    questions: {
      "what-we-measured": {
        question: "What did we measure, and with whom?",
        help: "Which instrument, when, with how many pupils, and who was missing?",
        place: emptyTable("What", "How it was measured", "When", "Number of pupils"),
      },
      "what-changed": {
        question: "What has changed?",
        help: "Put before and after side by side. Without a comparison group we speak of growth, not of effect.",
      },
      "goal-and-causes": {
        question: "Did we achieve our goal, and were our causes right?",
        help: "Not achieved is an answer too. Say for each cause: right, not right, or we do not know.",
      },
      "helped-and-hindered": {
        question: "What helped, and what was in the way?",
        help: "Think of the approach, the material, and how we went about it as a team.",
        place: bullets(""),
      },
      "cannot-say": {
        question: "What can we not say with this?",
        help: "What else could explain what we see?",
      },
      decision: {
        question: "What do we decide: stop, adapt or keep?",
        help: "Give the reasons, also those of whoever did not agree.",
      },
    },
  },
  anchor: {
    intro:
      "Good things fade when nobody looks after them. Agree what stays, who watches over it and when you will look again.",
    questions: {
      "what-stays": {
        question: "What stays, and who watches over it?",
        help: "Agreements, material and habits, each with one name and a moment to look back.",
        place: emptyTable("What stays", "Who watches over it", "When we look back"),
      },
      "what-stops": {
        question: "What do we stop on purpose?",
        help: "Letting go makes room. Write down why, so that nobody has to find it out again in two years.",
        place: bullets(""),
      },
      "new-colleagues": {
        question: "How does a new colleague learn this?",
        help: "What do you pass on in September, who shows how, and where is the material?",
      },
      "whom-it-helps": {
        question: "With whom do we want to share this?",
        help: "Another year group, a school nearby, a practice story: what would have helped you?",
      },
      "next-loop": {
        question: "Which question do we take along?",
        help: "A next cycle, a question to the question desk, or a while of rest.",
      },
    },
  },
};
