import type { RouteHandle } from "#app/frame/route-handle.ts";
import { FormGallery } from "#app/ui/gallery/form-gallery.tsx";
import { LoopGallery } from "#app/ui/gallery/loop-gallery.tsx";
import { ThingGallery } from "#app/ui/gallery/thing-gallery.tsx";
import { WordGallery } from "#app/ui/gallery/word-gallery.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const handle = { title: () => "Bouwdoos" } satisfies RouteHandle;

/** Every component of the kit in its states. In development only: app/routes.ts leaves it out of a production build. */
export default function InterfaceKit() {
  return (
    <>
      <PageHeader
        title="Bouwdoos"
        lead="Alle onderdelen van het scherm, in hun toestanden. Bekijk ze licht, donker, met veel contrast en op 360 pixels."
        crumbs={[{ label: "Start", to: "/" }]}
      />
      <div className="flex flex-col gap-12">
        <LoopGallery />
        <ThingGallery />
        <WordGallery />
        <FormGallery />
      </div>
    </>
  );
}
