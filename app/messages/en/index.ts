import activity from "./activity.json";
import admin from "./admin.json";
import coaching from "./coaching.json";
import common from "./common.json";
import cycles from "./cycles.json";
import errors from "./errors.json";
import history from "./history.json";
import live from "./live.json";
import people from "./people.json";
import projects from "./projects.json";
import toolkit from "./toolkit.json";

/** Every catalogue of this language: for the server and the tests. The browser loads only what its page needs. */
export default { activity, admin, coaching, common, cycles, errors, history, live, people, projects, toolkit };
